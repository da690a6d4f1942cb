{{/* The services: what they are (files/services.yaml) with what the installation says of them. */}}
{{- define "backoffice.services" -}}
{{- $services := .Files.Get "files/services.yaml" | fromYaml -}}
{{- range $name, $facts := $services -}}
{{- $_ := set $facts "values" (mergeOverwrite (deepCopy $.Values.defaults) (deepCopy (index $.Values.services $name))) -}}
{{- end -}}
{{- toYaml $services -}}
{{- end -}}

{{- define "backoffice.labels" -}}
app.kubernetes.io/name: {{ .name }}
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/part-of: backoffice
app.kubernetes.io/component: {{ .component }}
{{- end -}}

{{/* Labels that change with the release, which no selector may name. */}}
{{- define "backoffice.release" -}}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end -}}

{{- define "backoffice.image" -}}
{{- $image := .Values.image -}}
{{- if $image.digest -}}
{{ $image.repository }}@{{ $image.digest }}
{{- else -}}
{{ $image.repository }}:{{ $image.tag | default .Chart.AppVersion }}
{{- end -}}
{{- end -}}

{{- define "backoffice.fromSecret" -}}
- name: {{ .name }}
  valueFrom: {secretKeyRef: {name: {{ .secret }}, key: {{ .key | quote }}}}
{{- end -}}

{{/* What every container of the suite is: nobody's process, on a file system it cannot write, with a folder for what is passing. */}}
{{- define "backoffice.container" -}}
image: {{ include "backoffice.image" .root }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  runAsNonRoot: true
  capabilities: {drop: [ALL]}
{{- end -}}

{{- define "backoffice.pod" -}}
automountServiceAccountToken: false
enableServiceLinks: false
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
{{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
securityContext:
  runAsNonRoot: true
  runAsUser: 1654
  runAsGroup: 1654
  fsGroup: 1654
  seccompProfile: {type: RuntimeDefault}
{{- with .facts.values.nodeSelector }}
nodeSelector: {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .facts.values.tolerations }}
tolerations: {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Where the records are. */}}
{{- define "backoffice.storeEnv" -}}
- {name: Backoffice__Store, value: Postgres}
{{ include "backoffice.fromSecret" (dict "name" "Backoffice__ConnectionString" "secret" .secret "key" .name) }}
# The root file system is read-only; what is written here may be lost at any moment.
- {name: Backoffice__DataFolder, value: /tmp/backoffice}
- {name: DOTNET_EnableDiagnostics, value: "0"}
{{- end -}}

{{/* Peers of a NetworkPolicy: the pods of one service, or of all. */}}
{{- define "backoffice.peerOf" -}}
- podSelector:
    matchLabels:
      app.kubernetes.io/instance: {{ .root.Release.Name }}
      app.kubernetes.io/part-of: backoffice
      app.kubernetes.io/component: service
      {{- with .name }}
      app.kubernetes.io/name: {{ . }}
      {{- end }}
{{- end -}}

{{/* Which rpcs of `callee` the service `caller` calls through Dapr; empty for none. */}}
{{- define "backoffice.calls" -}}
{{- $paths := list -}}
{{- if has .callee (.facts.reads | default list) -}}
{{- $paths = append $paths "/backoffice.platform.v1.EventFeedService/ReadEvents" -}}
{{- end -}}
{{- $paths = concat $paths (dig .callee list (.facts.calls | default dict)) -}}
{{- join "," $paths -}}
{{- end -}}
