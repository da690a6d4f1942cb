import { useQuery, useQueryClient } from '@tanstack/react-query';
import { clientOf } from '~/calls/transport';
import { MatterService } from '~/gen/backoffice/document/v1/matters_pb';
import { ProcedureService } from '~/gen/backoffice/document/v1/procedures_pb';
import { Verb, type Matter } from '~/gen/backoffice/procedures/v1/matters_pb';
import type { Procedure, ProcedureStep } from '~/gen/backoffice/procedures/v1/procedures_pb';

export const matterClient = clientOf(MatterService);
const procedures = clientOf(ProcedureService);

const key = (matter: string) => ['matter', `document/${matter}`];

// The stream of the inbox tells of the caller's own tasks; what others did to a matter that is looked at shows within this time.
const refetchInterval = 10_000;

export const useMatter = (name: string) =>
  useQuery({ queryKey: [...key(name), 'now'], queryFn: async () => (await matterClient.getMatter({ name })).matter!, enabled: name !== '', refetchInterval });

export const useExplanation = (name: string) =>
  useQuery({ queryKey: [...key(name), 'explanation'], queryFn: () => matterClient.explainMatter({ name }), enabled: name !== '', refetchInterval });

export const useActs = (name: string) =>
  useQuery({ queryKey: [...key(name), 'acts'], queryFn: () => matterClient.listMatterActs({ parent: name, pageSize: 1000 }), enabled: name !== '' });

export const useCirculation = (name: string) =>
  useQuery({ queryKey: [...key(name), 'circulation'], queryFn: () => matterClient.listCirculation({ parent: name, pageSize: 1000 }), enabled: name !== '' });

/** The procedure a matter runs by, in its version; that never changes. */
export const useProcedure = (matter: Matter | undefined) =>
  useQuery({
    queryKey: ['procedure', matter?.procedure, matter?.procedureVersion],
    queryFn: async () => (await procedures.getProcedure({ name: `procedures/${matter!.procedure}`, version: matter!.procedureVersion })).procedure!,
    enabled: matter !== undefined,
    staleTime: Infinity,
  });

// Asked once, however many matters run by it.
const known = new Map<string, Promise<Procedure>>();
export function procedureOf(matter: Matter): Promise<Procedure> {
  const id = `${matter.procedure}/${matter.procedureVersion}`;
  const asked = known.get(id) ?? procedures.getProcedure({ name: `procedures/${matter.procedure}`, version: matter.procedureVersion }).then((answer) => answer.procedure!);
  known.set(id, asked);
  asked.catch(() => known.delete(id));
  return asked;
}

/** Everything that shows a matter reads it anew: the matter, its document, lists and inbox. */
export function useReread(): () => void {
  const queries = useQueryClient();
  return () => {
    for (const what of ['matter', 'inbox', 'incoming', 'outgoing']) void queries.invalidateQueries({ queryKey: [what] });
  };
}

/** Only the holder of the accountable task may ask further signers. */
export const holds = (matter: Matter): boolean => matter.allowedVerbs.includes(Verb.ADD_SIGNER);

export const stepOf = (procedure: Procedure | undefined, id: string): ProcedureStep | undefined => procedure?.steps.find((s) => s.id === id);
