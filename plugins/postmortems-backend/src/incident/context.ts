import type { TimelineContext } from '../timeline/ports';
import type { IncidentList } from './IncidentList';
import type { IncidentStore } from './IncidentStore';
import type { DeliveryStore } from './intake/DeliveryStore';
import type { RejectionStore } from './intake/RejectionStore';
import type { MappingStore } from './mapping/MappingStore';
import type { SharedAddressStore } from './SharedAddressStore';
import type { UnmappedStore } from './UnmappedStore';

export interface IncidentContext extends TimelineContext {
  incidents: IncidentStore;
  incidentList: IncidentList;
  deliveries: DeliveryStore;
  rejections: RejectionStore;
  unmapped: UnmappedStore;
  sharedAddresses: SharedAddressStore;
  mappings: MappingStore;
  /** Names of incident sources, by id. */
  sourceTitles: ReadonlyMap<string, string>;
}
