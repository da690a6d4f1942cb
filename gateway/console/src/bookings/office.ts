import type { DescMethod } from '@bufbuild/protobuf';
import type { ReactNode } from 'react';
import type { TextKey } from '~/texts/texts';
import type { Booking } from './week';

/** Something that can be booked. */
export interface Resource {
  name: string;
  displayName: string;
  about: string[];
  outOfService: boolean;
}

export interface Wanted { resource: string; start: Date; end: Date; title: string }

/** What rooms and vehicles differ in. */
export interface BookingOffice {
  key: 'rooms' | 'vehicles';
  title: TextKey;
  resource: TextKey;
  purpose: TextKey;
  none: TextKey;
  /** The field of the contract that says what it is for. */
  purposeField: string;
  books: DescMethod;
  resources: () => Promise<Resource[]>;
  bookings: (start: Date, end: Date, resource: string) => Promise<Booking[]>;
  create: (wanted: Wanted, requestId: string) => Promise<unknown>;
  /** The resources themselves, for whoever keeps them. */
  keeping: (chosen: Resource | undefined, choose: (name: string) => void) => ReactNode;
  cancel: (booking: Booking, requestId: string) => Promise<unknown>;
}
