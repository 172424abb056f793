-- A message to somebody who is online is only passed on. No archive, no traffic limits.
run_as_root = true
daemonize = false
pidfile = "$dir/prosody.pid"
data_path = "$dir/data"
log = { { levels = { min = "error" }, to = "console" } }
interfaces = { "127.0.0.1" }
c2s_ports = {}
s2s_ports = {}
c2s_direct_tls_ports = { $port }
c2s_direct_tls_ssl = { certificate = "$dir/cert.pem", key = "$dir/key.pem" }
authentication = "internal_plain"
storage = "internal"
modules_enabled = { "saslauth", "tls", "roster", "disco", "register_ibr" }
modules_disabled = { "s2s" }
allow_registration = true
VirtualHost "localhost"
