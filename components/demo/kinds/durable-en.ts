// What a demo in which somebody waits for disks is read by. It comes with the kind itself.
import '@/lib/reading/kinds/durable'
