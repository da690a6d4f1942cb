import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import type { ActProps } from './matters/Acting';

type StepForm = LazyExoticComponent<ComponentType<ActProps>>;

/** The rpcs that complete steps which ask for more than an opinion, by the name the procedure gives them, and their forms. */
export const stepForms: Record<string, StepForm> = {
  ScreenIncomingDocument: lazy(() => import('./incoming/steps/Screen')),
  ProposeHandling: lazy(() => import('./incoming/steps/Propose')),
  InstructHandling: lazy(() => import('./incoming/steps/Instruct')),
  AnswerIncomingDocument: lazy(() => import('./incoming/steps/Answer')),
  CloseIncomingDocument: lazy(() => import('./incoming/steps/Close')),
  SubmitOutgoingDocument: lazy(() => import('./outgoing/steps/Submit')),
  ReviewOutgoingDocument: lazy(() => import('./outgoing/steps/Review')),
  ReviewLegality: lazy(() => import('./outgoing/steps/ReviewLegality')),
  SignOutgoingDocument: lazy(() => import('./outgoing/steps/Sign')),
  RecheckOutgoingDocument: lazy(() => import('./outgoing/steps/Recheck')),
  RegisterOutgoingDocument: lazy(() => import('./outgoing/steps/Register')),
  PrintOutgoingDocument: lazy(() => import('./outgoing/steps/Print')),
  DispatchOutgoingDocument: lazy(() => import('./outgoing/steps/Dispatch')),
};
