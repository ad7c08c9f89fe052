/** A status of a category. */
export const status = (category: string) => ({
  id: `status-${category}`,
  name: category,
  category,
  rank: 1,
});

/** A time on the day of the test incidents. */
export const time = (clock: string) => `2026-03-10T${clock}:00.000Z`;

/** An incident as in webhooks and the API. */
export function anIncident(category: string, more: object = {}) {
  return {
    id: '01FDAG4SAP5TYPT98WGR2N7W91',
    reference: 'INC-42',
    name: 'Checkout returns 500s',
    permalink: 'https://app.incident.io/incidents/42',
    mode: 'standard',
    visibility: 'public',
    created_at: time('09:14'),
    updated_at: time('10:00'),
    incident_status: status(category),
    incident_type: { id: 't', name: 'Production', is_default: true },
    severity: { id: 's', name: 'Major', rank: 2 },
    incident_role_assignments: [
      {
        role: { id: 'r1', name: 'Incident Lead', role_type: 'lead' },
        assignee: { id: 'u1', name: 'Ana Sol', email: 'ana@example.com' },
      },
      {
        role: { id: 'r2', name: 'Communications Lead', role_type: 'custom' },
        assignee: { id: 'u2', name: 'Bo Li', email: 'bo@example.com' },
      },
      { role: { id: 'r3', name: 'Scribe', role_type: 'custom' } },
    ],
    incident_timestamp_values: [
      timestamp('Reported at', '09:14'),
      timestamp('Accepted at', '09:16'),
      timestamp('Impact started', '09:05'),
      timestamp('Fixed at', '09:50'),
      timestamp('Closed at', undefined),
    ],
    custom_field_entries: [
      {
        custom_field: { id: 'F-COMPONENT', name: 'Affected services' },
        values: [
          {
            value_catalog_entry: {
              id: '01CATALOG1',
              name: 'Checkout',
              external_id: 'default/Checkout-API',
              aliases: ['checkout'],
            },
          },
        ],
      },
      {
        custom_field: { id: 'F-TEAM', name: 'Team' },
        values: [{ value_catalog_entry: { id: '01TEAM', name: 'Payments' } }],
      },
      {
        custom_field: { id: 'F-OPTION', name: 'Product' },
        values: [{ value_option: { id: '01OPTION', value: 'Shop' } }],
      },
      {
        custom_field: { id: 'F-TEXT', name: 'Ticket' },
        values: [{ value_text: 'ABC-1' }],
      },
    ],
    ...more,
  };
}

/** An incident without optional fields. */
export const aBareIncident = (category: string, more: object = {}) => ({
  id: '01FDAG4SAP5TYPT98WGR2N7W91',
  created_at: time('09:14'),
  updated_at: time('10:00'),
  incident_status: { category },
  ...more,
});

/** A timestamp of an incident, without a value if it is not set. */
export function timestamp(name: string, clock: string | undefined) {
  return {
    incident_timestamp: { id: name, name, rank: 1 },
    ...(clock && { value: { value: time(clock) } }),
  };
}

/** An update as in the API. */
export function anUpdate(clock: string, more: object = {}) {
  return {
    id: `update-${clock}`,
    incident_id: '01FDAG4SAP5TYPT98WGR2N7W91',
    created_at: time(clock),
    updater: { user: { id: 'u1', name: 'Ana Sol', email: 'ana@example.com' } },
    ...more,
  };
}

/** A webhook about an incident. */
export const aWebhook = (type: string, about: object) => ({
  event_type: type,
  [type]: about,
});

/** A webhook about a status change. */
export const aStatusWebhook = (
  from: string,
  to: string,
  incident: object = {},
) =>
  aWebhook('public_incident.incident_status_updated_v2', {
    incident: anIncident(to, incident),
    previous_status: status(from),
    new_status: status(to),
    message: 'On it',
  });
