{{/* What a process is told; names as docs/reference/configuration.md has them. */}}
{{- define "backoffice.env" -}}
{{- $values := .root.Values -}}
- {name: Backoffice__OpsUrl, value: "http://0.0.0.0:8090"}
- {name: Backoffice__Issuer, value: {{ required "publicUrl: where browsers find the suite" $values.publicUrl | quote }}}
- {name: Backoffice__JwksUrl, value: "http://backoffice-identity:8090/.well-known/jwks"}
- {name: Backoffice__TimeZone, value: {{ $values.timeZone }}}
{{ include "backoffice.fromSecret" (dict "name" "Backoffice__Redis" "secret" $values.redis.secret "key" "connection") }}
{{- with $values.telemetry.otlpEndpoint }}
- {name: Backoffice__OtlpEndpoint, value: {{ . | quote }}}
{{- end }}
{{ if eq .name "gateway" -}}
{{ include "backoffice.gatewayEnv" . }}
{{- else -}}
{{ include "backoffice.serviceEnv" . }}
{{- end }}
{{- range $name, $value := .facts.values.settings }}
- {name: {{ $name }}, value: {{ $value | quote }}}
{{- end }}
{{- range $name, $from := .facts.values.secretSettings }}
{{ include "backoffice.fromSecret" (dict "name" $name "secret" $from.secret "key" $from.key) }}
{{- end }}
{{- end -}}

{{- define "backoffice.serviceEnv" -}}
{{- $values := .root.Values -}}
- {name: Backoffice__GrpcUrl, value: "http://0.0.0.0:8080"}
{{ include "backoffice.storeEnv" (dict "name" .name "secret" $values.postgres.secret) }}
{{ include "backoffice.fromSecret" (dict "name" "DAPR_API_TOKEN" "secret" $values.dapr.apiTokenSecret "key" "token") }}
{{ include "backoffice.fromSecret" (dict "name" "APP_API_TOKEN" "secret" $values.dapr.appTokenSecret "key" "token") }}
{{- if .facts.files }}
- {name: Backoffice__BlobUrl, value: {{ $values.blobs.url | quote }}}
- {name: Backoffice__BlobBucket, value: {{ $values.blobs.bucket }}}
- {name: Backoffice__BlobRegion, value: {{ $values.blobs.region }}}
{{ include "backoffice.fromSecret" (dict "name" "Backoffice__BlobAccessKey" "secret" $values.blobs.secret "key" "accessKey") }}
{{ include "backoffice.fromSecret" (dict "name" "Backoffice__BlobSecretKey" "secret" $values.blobs.secret "key" "secretKey") }}
{{- end }}
{{- if eq .name "identity" }}
- {name: Identity__KeyCertificateFile, value: /etc/backoffice/tls/tls.crt}
- {name: Identity__KeyCertificateKeyFile, value: /etc/backoffice/tls/tls.key}
{{ include "backoffice.fromSecret" (dict "name" "Identity__WebClientSecret" "secret" $values.identity.webClientSecret "key" "secret") }}
{{- end }}
{{- if and (eq .name "document") $values.document.exchangeSecret }}
- {name: Document__ExchangeCertificateFile, value: /etc/backoffice/tls/tls.crt}
- {name: Document__ExchangeCertificateKeyFile, value: /etc/backoffice/tls/tls.key}
{{- end }}
{{- end -}}

{{- define "backoffice.gatewayEnv" -}}
{{- $values := .root.Values -}}
- {name: Gateway__HttpUrl, value: "http://0.0.0.0:8080"}
- {name: Gateway__GrpcUrl, value: "http://0.0.0.0:8081"}
- {name: DOTNET_EnableDiagnostics, value: "0"}
{{ include "backoffice.fromSecret" (dict "name" "Gateway__ClientSecret" "secret" $values.identity.webClientSecret "key" "secret") }}
{{- range $name, $facts := omit .services "gateway" }}
- {name: Gateway__Services__{{ $name }}, value: "http://backoffice-{{ $name }}:8080"}
{{- end }}
{{- if $values.gateway.tlsSecret }}
- {name: Gateway__CertificateFile, value: /etc/backoffice/tls/tls.crt}
- {name: Gateway__CertificateKeyFile, value: /etc/backoffice/tls/tls.key}
{{- end }}
{{- with $values.gateway.trustedProxies }}
- {name: Gateway__TrustedProxies, value: {{ join "," . | quote }}}
{{- end }}
{{- end -}}

{{/* The Secret mounted at /etc/backoffice/tls; empty for none. */}}
{{- define "backoffice.tlsSecret" -}}
{{- if eq .name "gateway" -}}{{ .root.Values.gateway.tlsSecret }}
{{- else if eq .name "identity" -}}{{ .root.Values.identity.keySecret }}
{{- else if eq .name "document" -}}{{ .root.Values.document.exchangeSecret }}
{{- end -}}
{{- end -}}
