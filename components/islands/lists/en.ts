export { PANELS } from '@/components/demo/panels/all'
export { lists } from '@/lib/words/en/demo/lists'
