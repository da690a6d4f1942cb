import type { DescMethod } from '@bufbuild/protobuf';
import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { IncomingHandlingService } from '~/gen/backoffice/document/v1/incoming_handling_pb';
import { OutgoingDocumentService } from '~/gen/backoffice/document/v1/outgoing_documents_pb';
import { OutgoingHandlingService } from '~/gen/backoffice/document/v1/outgoing_handling_pb';
import { SealingService } from '~/gen/backoffice/document/v1/sealing_pb';
import type { ActProps } from './matters/Acting';

/** An rpc that completes a step which asks for more than an opinion, and its form. */
export interface StepForm {
  method: DescMethod;
  Form: LazyExoticComponent<ComponentType<ActProps>>;
}

const incoming = IncomingHandlingService.method;
const outgoing = OutgoingHandlingService.method;

const forms: StepForm[] = [
  { method: incoming.screenIncomingDocument, Form: lazy(() => import('./incoming/steps/Screen')) },
  { method: incoming.proposeHandling, Form: lazy(() => import('./incoming/steps/Propose')) },
  { method: incoming.instructHandling, Form: lazy(() => import('./incoming/steps/Instruct')) },
  { method: incoming.answerIncomingDocument, Form: lazy(() => import('./incoming/steps/Answer')) },
  { method: incoming.closeIncomingDocument, Form: lazy(() => import('./incoming/steps/Close')) },
  { method: OutgoingDocumentService.method.submitOutgoingDocument, Form: lazy(() => import('./outgoing/steps/Submit')) },
  { method: outgoing.reviewOutgoingDocument, Form: lazy(() => import('./outgoing/steps/Review')) },
  { method: outgoing.reviewLegality, Form: lazy(() => import('./outgoing/steps/ReviewLegality')) },
  { method: outgoing.signOutgoingDocument, Form: lazy(() => import('./outgoing/steps/Sign')) },
  { method: outgoing.recheckOutgoingDocument, Form: lazy(() => import('./outgoing/steps/Recheck')) },
  { method: outgoing.registerOutgoingDocument, Form: lazy(() => import('./outgoing/steps/Register')) },
  { method: outgoing.printOutgoingDocument, Form: lazy(() => import('./outgoing/steps/Print')) },
  { method: outgoing.dispatchOutgoingDocument, Form: lazy(() => import('./outgoing/steps/Dispatch')) },
  { method: SealingService.method.approveSealApplication, Form: lazy(() => import('./outgoing/sealing/steps/Approve')) },
  { method: SealingService.method.affixSeal, Form: lazy(() => import('./outgoing/sealing/steps/Affix')) },
];

/** By the rpc's name, as procedures name it. */
export const stepFormOf = (rpc: string): StepForm | undefined => forms.find((form) => form.method.name === rpc);
