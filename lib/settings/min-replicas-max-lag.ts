import { onEveryServer } from './on-every-server'
import { setting } from './setting'

export const minReplicasMaxLag = setting({
  ...onEveryServer('min-replicas-max-lag'),
  min: 0,
  max: 20,
  step: 1,
  unit: 's',
  whole: true,
})
