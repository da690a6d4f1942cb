{{- define "backoffice.toNames" -}}
- to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}]
  ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]
{{- end -}}

{{- define "backoffice.toPostgres" -}}
- to: {{- toYaml .Values.postgres.peers | nindent 4 }}
  ports: [{port: {{ .Values.postgres.port }}}]
{{- end -}}

{{- define "backoffice.toGateway" -}}
- from: {{- toYaml .root.Values.gateway.peers | nindent 4 }}
  ports: [{port: 8080}, {port: 8081}]
{{- end -}}

{{- define "backoffice.fromGateway" -}}
- to:
  {{- range $name, $facts := omit .services "gateway" }}
  {{- include "backoffice.peerOf" (dict "root" $.root "name" $name) | nindent 4 }}
  {{- end }}
  ports: [{port: 8080}]
{{- end -}}

{{/* Into a service: the gateway to its rpcs, sidecars of those that call it to its sidecar, everybody to the issuer's keys. */}}
{{- define "backoffice.toService" -}}
- from: {{- include "backoffice.peerOf" (dict "root" .root "name" "gateway") | nindent 4 }}
  ports: [{port: 8080}]
{{- $callers := list }}
{{- range $caller, $facts := omit .services "gateway" .name }}
{{- if include "backoffice.calls" (dict "callee" $.name "facts" $facts) }}{{ $callers = append $callers $caller }}{{ end }}
{{- end }}
{{- with $callers }}
- from:
  {{- range . }}
  {{- include "backoffice.peerOf" (dict "root" $.root "name" .) | nindent 4 }}
  {{- end }}
  ports: [{port: 50002}]
{{- end }}
{{- if eq .name "identity" }}
- from: {{- include "backoffice.peerOf" (dict "root" .root "name" "") | nindent 4 }}
  ports: [{port: 8090}]
{{- end }}
{{- end -}}

{{/* Out of a service: its records, its files, its sidecar to those it calls and to Dapr's control plane. */}}
{{- define "backoffice.fromService" -}}
{{- $values := .root.Values -}}
{{ include "backoffice.toPostgres" .root }}
{{- if .facts.files }}
- to: {{- toYaml $values.blobs.peers | nindent 4 }}
  ports: [{port: {{ $values.blobs.port }}}]
{{- end }}
{{- $callees := list }}
{{- range $callee, $_ := omit .services "gateway" .name }}
{{- if include "backoffice.calls" (dict "callee" $callee "facts" $.facts) }}{{ $callees = append $callees $callee }}{{ end }}
{{- end }}
- to:
  {{- range $callees }}
  {{- include "backoffice.peerOf" (dict "root" $.root "name" .) | nindent 4 }}
  {{- end }}
  ports: [{port: 50002}]
# Operator, sentry, placement and scheduler.
- to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: {{ $values.dapr.namespace }}}}}]
  ports: [{port: 6500}, {port: 50001}, {port: 50005}, {port: 50006}]
{{- end -}}
