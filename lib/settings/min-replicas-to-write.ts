import { primaryOf, replicasOf } from '@/lib/sim/scenario/edit'
import { onEveryServer } from './on-every-server'
import { setting } from './setting'

export const minReplicasToWrite = setting({
  ...onEveryServer('min-replicas-to-write'),
  min: 0,
  max: 10,
  step: 1,
  unit: 'count',
  whole: true,
  room: (scenario) => replicasOf(scenario, primaryOf(scenario)).length,
})
