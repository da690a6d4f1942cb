{{/* The sidecar of one service. */}}
{{- define "backoffice.daprAnnotations" -}}
{{- $dapr := .root.Values.dapr -}}
dapr.io/enabled: "true"
dapr.io/app-id: {{ .name }}
dapr.io/app-port: "8080"
dapr.io/app-protocol: grpc
dapr.io/config: backoffice-{{ .name }}
dapr.io/api-token-secret: {{ $dapr.apiTokenSecret }}
dapr.io/app-token-secret: {{ $dapr.appTokenSecret }}
# Without it events go to an app that is down, until they are given up.
dapr.io/enable-app-health-check: "true"
dapr.io/app-health-probe-interval: "2"
dapr.io/app-health-threshold: "2"
# Files go by the blob store, not by calls between services.
dapr.io/max-body-size: 4Mi
# The sidecar outlives the app it serves: what the app finishes may still call and publish.
dapr.io/enable-native-sidecar: "true"
dapr.io/graceful-shutdown-seconds: "30"
# The operator puts secrets into components; the pod has no token to read any itself.
dapr.io/disable-builtin-k8s-secret-store: "true"
dapr.io/log-as-json: "true"
dapr.io/env: GOMEMLIMIT={{ $dapr.sidecar.memoryTarget }}
dapr.io/sidecar-cpu-request: {{ $dapr.sidecar.requests.cpu }}
dapr.io/sidecar-memory-request: {{ $dapr.sidecar.requests.memory }}
dapr.io/sidecar-cpu-limit: {{ $dapr.sidecar.limits.cpu }}
dapr.io/sidecar-memory-limit: {{ $dapr.sidecar.limits.memory }}
{{- end -}}
