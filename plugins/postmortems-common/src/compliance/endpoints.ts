import type { Endpoint } from '../kernel/endpoint';
import { byId } from '../kernel/params';
import { postmortemSchema } from '../postmortem/model';
import { correctFactsSchema } from './correction';
import { complianceReportSchema } from './model';
import {
  complianceExceptionPageSchema,
  complianceQuerySchema,
  listComplianceExceptionsQuerySchema,
} from './query';
import {
  putExtensionSchema,
  putWaiverSchema,
  withdrawExceptionSchema,
} from './waiver';

export const complianceEndpoints = {
  putWaiver: {
    method: 'put',
    path: '/postmortems/:id/waiver',
    summary: 'Grant or change a waiver',
    status: 200,
    params: byId,
    body: putWaiverSchema,
    ifMatch: true,
    response: postmortemSchema,
  },
  deleteWaiver: {
    method: 'delete',
    path: '/postmortems/:id/waiver',
    summary: 'Withdraw a waiver',
    status: 200,
    params: byId,
    body: withdrawExceptionSchema,
    ifMatch: true,
    response: postmortemSchema,
  },
  putExtension: {
    method: 'put',
    path: '/postmortems/:id/extension',
    summary: 'Grant or change an extension of the deadline',
    status: 200,
    params: byId,
    body: putExtensionSchema,
    ifMatch: true,
    response: postmortemSchema,
  },
  deleteExtension: {
    method: 'delete',
    path: '/postmortems/:id/extension',
    summary: 'Withdraw a deadline extension',
    status: 200,
    params: byId,
    body: withdrawExceptionSchema,
    ifMatch: true,
    response: postmortemSchema,
  },
  correctFacts: {
    method: 'post',
    path: '/postmortems/:id/correction',
    summary:
      'Correct facts that determine the deadline, even after publication; requires someone independent',
    status: 200,
    params: byId,
    body: correctFactsSchema,
    ifMatch: true,
    response: postmortemSchema,
  },
  getCompliance: {
    method: 'get',
    path: '/compliance',
    summary: 'Get counts per compliance status and the on-time rate by group',
    status: 200,
    query: complianceQuerySchema,
    response: complianceReportSchema,
  },
  listComplianceExceptions: {
    method: 'get',
    path: '/compliance/exceptions',
    summary:
      'List exceptions that changed a deadline, severity or status, newest first',
    status: 200,
    query: listComplianceExceptionsQuerySchema,
    response: complianceExceptionPageSchema,
  },
} as const satisfies Record<string, Endpoint>;
