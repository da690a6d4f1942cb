import { useQuery } from '@tanstack/react-query';
import { clientOf } from '~/calls/transport';
import { DocumentNumberService, type ReportDocumentNumbersResponse } from '~/gen/backoffice/document/v1/dispatches_pb';
import { IssuingYearService } from '~/gen/backoffice/document/v1/issuing_years_pb';

export const numbers = clientOf(DocumentNumberService);
export const issuingYears = clientOf(IssuingYearService);

/** The registers of a year: which codes there are, and the number that comes next unless somebody is faster. */
export const useRegisters = (year: number) =>
  useQuery({
    queryKey: ['outgoing', 'registers', year],
    queryFn: async () => {
      const found: ReportDocumentNumbersResponse[] = [];
      for await (const register of numbers.reportDocumentNumbers({ year })) found.push(register);
      return found;
    },
    enabled: year >= 1949 && year <= 9999,
  });
