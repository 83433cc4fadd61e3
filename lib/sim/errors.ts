/** What clients read, word for word (R158). */
export const NOREPLICAS = 'NOREPLICAS Not enough good replicas to write.'
export const READONLY = "READONLY You can't write against a read only replica."
export const UNBLOCKED = 'UNBLOCKED force unblock from blocking operation, instance state changed (master -> replica?)'
export const WRONGTYPE = 'WRONGTYPE Operation against a key holding the wrong kind of value'
export const NOT_AN_INTEGER = 'ERR value is not an integer or out of range'
