delete from "action_item_teams" where "action_item_id" = $1 and "is_owner" = $2
delete from "incident_entities" where "incident_id" = $1
delete from "incident_lines" where "incident_id" = $1
delete from "incident_shared_addresses" where "incident_id" = $1
delete from "incident_teams" where "incident_id" = $1
delete from "incident_unmapped" where "incident_id" = $1
delete from "postmortem_contributors" where "postmortem_id" = $1
delete from "postmortem_entities" where "postmortem_id" = $1
delete from "postmortem_labels" where "postmortem_id" = $1
delete from "postmortem_mentions" where "comment_id" in (select "id" from "postmortem_comments" where "postmortem_id" = $1 and "anchor" = $2)
delete from "postmortem_mentions" where "comment_id" in (select "id" from "postmortem_comments" where "postmortem_id" = $1 and "anchor" is null)
delete from "postmortem_outbox" where 1 = $1
delete from "postmortem_presence" where "postmortem_id" = $1 and "expires_at" <= $2
delete from "postmortem_presence" where "postmortem_id" = $1 and "user_ref" = $2 and "tab_id" = $3 and "section_key" not in ($4, $5)
delete from "postmortem_reminders" where "postmortem_id" = $1
delete from "postmortem_reviewers" where "postmortem_id" = $1
delete from "postmortem_teams" where "postmortem_id" = $1
delete from "postmortems" where "id" = $1
delete from "search_parts" where "postmortem_id" = $1 and "slot" in ($2)
insert into "action_item_teams" ("action_item_id", "is_owner", "team_ref") values ($1, $2, $3)
insert into "action_item_teams" ("action_item_id", "is_owner", "team_ref") values ($1, $2, $3), ($4, $5, $6)
insert into "action_item_tickets" ("action_item_id", "error", "failures", "first_attempt_at", "followed_status", "idempotency_key", "linked", "next_attempt_at", "project", "status", "status_name", "sync", "synced_at", "ticket_key", "tracker", "url", "wanted_status") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) on conflict ("action_item_id", "tracker") do update set "action_item_id" = $18,"tracker" = $19,"linked" = $20,"project" = $21,"ticket_key" = $22,"url" = $23,"status" = $24,"status_name" = $25,"followed_status" = $26,"wanted_status" = $27,"sync" = $28,"failures" = $29,"error" = $30,"synced_at" = $31,"next_attempt_at" = $32
insert into "action_items" ("closed_at", "committed_at", "created_at", "description", "due_at", "due_order", "kind", "number", "owner_ref", "position", "postmortem_id", "priority", "revision", "status", "status_reason", "title", "title_key", "updated_at") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) returning "id"
insert into "catalog_absences" ("entity_ref", "last_missed_at", "missing_since") values ($1, $2, $3) on conflict ("entity_ref") do update set "entity_ref" = excluded."entity_ref", "last_missed_at" = excluded."last_missed_at", "missing_since" = excluded."missing_since"
insert into "compliance_exceptions" ("actor_ref", "after", "at", "before", "due_after", "due_before", "field", "kind", "postmortem_id", "reason", "status_after", "status_before", "subject") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
insert into "deleted_postmortem_refs" ("deleted_postmortem_id", "field", "position", "ref") values ($1, $2, $3, $4), ($5, $6, $7, $8)
insert into "deleted_postmortems" ("compliance_status", "deleted_at", "deleted_by", "due_at", "governing_severity", "id", "merged", "published_at", "purge_at", "reason", "resolved_at", "snapshot", "started_at", "successor", "title", "visibility") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
insert into "incident_changes" ("at", "change", "change_key", "incident_id", "kind") values ($1, $2, $3, $4, $5), ($6, $7, $8, $9, $10), ($11, $12, $13, $14, $15), ($16, $17, $18, $19, $20) on conflict ("incident_id", "change_key") do update set "at" = "excluded"."at" where incident_changes.at > excluded.at
insert into "incident_changes" ("at", "change", "change_key", "incident_id", "kind") values ($1, $2, $3, $4, $5), ($6, $7, $8, $9, $10), ($11, $12, $13, $14, $15), ($16, $17, $18, $19, $20), ($21, $22, $23, $24, $25), ($26, $27, $28, $29, $30) on conflict ("incident_id", "change_key") do update set "at" = "excluded"."at" where incident_changes.at > excluded.at
insert into "incident_deliveries" ("attempts", "body", "delivery_key", "due_at", "kind", "received_at", "source", "status") values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict ("source", "delivery_key") do nothing returning "id"
insert into "incident_entities" ("entity_ref", "incident_id", "position") values ($1, $2, $3)
insert into "incident_lines" ("incident_id", "line_key", "timeline_event_id") values ($1, $2, $3)
insert into "incident_mappings" ("created_at", "created_by", "kind", "source", "targets", "word", "word_key") values ($1, $2, $3, $4, $5, $6, $7) on conflict ("source", "kind", "word_key") do update set "created_at" = excluded."created_at", "created_by" = excluded."created_by", "kind" = excluded."kind", "source" = excluded."source", "targets" = excluded."targets", "word" = excluded."word", "word_key" = excluded."word_key"
insert into "incident_rejections" ("last_at", "rejected", "source") values ($1, $2, $3) on conflict ("source") do update set "rejected" = "incident_rejections"."rejected" + 1,"last_at" = $4
insert into "incident_shared_addresses" ("address", "incident_id", "source", "user_refs") values ($1, $2, $3, $4)
insert into "incident_teams" ("incident_id", "team_ref") values ($1, $2)
insert into "incident_unmapped" ("incident_id", "service", "source", "what", "word") values ($1, $2, $3, $4, $5), ($6, $7, $8, $9, $10) on conflict ("incident_id", "what", "word") do nothing
insert into "incidents" ("attempts", "changes", "declared_at", "disposition", "due_at", "incident_key", "incomplete", "source", "started_at", "title", "updated_at", "visibility") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) on conflict ("source", "incident_key") do update set "changes" = "incidents"."changes" + 1,"attempts" = $13,"due_at" = $14,"updated_at" = $15,"declared_at" = $16 returning "id"
insert into "postmortem_comments" ("anchor", "author_ref", "created_at", "edited_at", "markdown", "postmortem_id", "resolved_at", "resolved_by", "revision") values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning *
insert into "postmortem_contributing_factors" ("category", "description", "postmortem_id", "revision", "title", "title_key") values ($1, $2, $3, $4, $5, $6) returning *
insert into "postmortem_contributors" ("position", "postmortem_id", "role", "user_ref") values ($1, $2, $3, $4), ($5, $6, $7, $8)
insert into "postmortem_entities" ("entity_ref", "position", "postmortem_id") values ($1, $2, $3)
insert into "postmortem_entities" ("entity_ref", "position", "postmortem_id") values ($1, $2, $3), ($4, $5, $6)
insert into "postmortem_feeds" ("created_at", "entity_ref", "team_ref", "token_hash", "user_ref") values ($1, $2, $3, $4, $5) returning *
insert into "postmortem_history" ("action", "actor_ref", "after", "at", "before", "field", "postmortem_id", "reason", "restored_from") values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
insert into "postmortem_involvement" ("at", "cycle", "involvement", "postmortem_id", "user_ref") values ($1, $2, $3, $4, $5) on conflict ("postmortem_id", "user_ref", "cycle", "involvement") do nothing
insert into "postmortem_labels" ("label", "postmortem_id") values ($1, $2), ($3, $4)
insert into "postmortem_live_documents" ("last_seq", "postmortem_id", "section_key", "section_revision", "snapshot", "snapshot_seq", "written_seq") values ($1, $2, $3, $4, $5, $6, $7) returning *
insert into "postmortem_live_updates" ("actor_ref", "generation", "postmortem_id", "seq", "update") values ($1, $2, $3, $4, $5)
insert into "postmortem_mentions" ("comment_id", "postmortem_id", "user_ref") values ($1, $2, $3)
insert into "postmortem_messages" ("about", "action_item", "created_at", "details", "kind", "postmortem_id", "reason", "recipient_ref", "send_at", "state") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict ("reason", "recipient_ref") do nothing
insert into "postmortem_messages" ("about", "action_item", "created_at", "details", "kind", "postmortem_id", "reason", "recipient_ref", "send_at", "state") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict ("reason", "recipient_ref") do nothing returning "id"
insert into "postmortem_messages" ("about", "action_item", "created_at", "details", "kind", "postmortem_id", "reason", "recipient_ref", "send_at", "state") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10), ($11, $12, $13, $14, $15, $16, $17, $18, $19, $20) on conflict ("reason", "recipient_ref") do nothing
insert into "postmortem_outbox" ("event") values ($1)
insert into "postmortem_outbox" ("event") values ($1), ($2)
insert into "postmortem_presence" ("expires_at", "postmortem_id", "section_key", "tab_id", "user_ref") values ($1, $2, $3, $4, $5), ($6, $7, $8, $9, $10) on conflict ("postmortem_id", "user_ref", "tab_id", "section_key") do update set "expires_at" = excluded."expires_at"
insert into "postmortem_reminders" ("look_at", "postmortem_id") values ($1, $2) on conflict ("postmortem_id") do update set "look_at" = excluded."look_at", "postmortem_id" = excluded."postmortem_id"
insert into "postmortem_reminders" ("postmortem_id", "look_at") select "id", $1 from "postmortems" where "resolved_at" is null and "id" not in (select "postmortem_id" from "postmortem_reminders")
insert into "postmortem_reviewers" ("position", "postmortem_id", "reviewer_ref") values ($1, $2, $3), ($4, $5, $6)
insert into "postmortem_reviewers" ("position", "postmortem_id", "reviewer_ref") values ($1, $2, $3), ($4, $5, $6), ($7, $8, $9)
insert into "postmortem_reviews" ("comment", "content_revision", "dismissal_reason", "dismissed_at", "dismissed_by", "lapse", "lapsed_at", "postmortem_id", "reviewed_at", "reviewer_ref", "verdict") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) on conflict ("postmortem_id", "reviewer_ref") do update set "comment" = excluded."comment", "content_revision" = excluded."content_revision", "dismissal_reason" = excluded."dismissal_reason", "dismissed_at" = excluded."dismissed_at", "dismissed_by" = excluded."dismissed_by", "lapse" = excluded."lapse", "lapsed_at" = excluded."lapsed_at", "postmortem_id" = excluded."postmortem_id", "reviewed_at" = excluded."reviewed_at", "reviewer_ref" = excluded."reviewer_ref", "verdict" = excluded."verdict"
insert into "postmortem_sections" ("authorship", "markdown", "postmortem_id", "revision", "section_key", "updated_at", "updated_by") values ($1, $2, $3, $4, $5, $6, $7) on conflict ("postmortem_id", "section_key") do update set "authorship" = excluded."authorship", "markdown" = excluded."markdown", "postmortem_id" = excluded."postmortem_id", "revision" = excluded."revision", "section_key" = excluded."section_key", "updated_at" = excluded."updated_at", "updated_by" = excluded."updated_by"
insert into "postmortem_teams" ("postmortem_id", "team_ref") values ($1, $2)
insert into "postmortem_teams" ("postmortem_id", "team_ref") values ($1, $2), ($3, $4)
insert into "postmortem_timeline_events" ("kind", "link", "occurred_at", "postmortem_id", "revision", "text") values ($1, $2, $3, $4, $5, $6) returning *
insert into "postmortem_watchers" ("postmortem_id", "user_ref") values ($1, $2) on conflict ("postmortem_id", "user_ref") do nothing
insert into "postmortems" ("attached_at", "calendar", "claimed", "commander_ref", "completed_at", "content_revision", "created_at", "created_by", "cycle", "deadline", "deletions", "detected_at", "due_at", "due_order", "edited", "exceptions", "extension", "fact_entries", "governing_rank", "governing_severity", "import_key", "imported", "links", "meeting", "meeting_held_at", "mitigated_at", "no_action_items_reason", "origin", "outcome", "owner_acknowledged_at", "owner_pending_since", "owner_ref", "owner_suggestion", "publications", "published_at", "related", "related_revision", "required", "resolved_at", "revision", "severity", "severity_history", "started_at", "status", "teamless", "title", "title_key", "updated_at", "visibility", "waived_until", "waiver", "warn_at") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50, $51, $52) returning "id"
insert into "search_parts" ("document", "hash", "key", "kind", "postmortem_id", "row_id", "slot", "weight") values ($1::tsvector, $2, $3, $4, $5, $6, $7, $8)
insert into "search_parts" ("document", "hash", "key", "kind", "postmortem_id", "row_id", "slot", "weight") values ($1::tsvector, $2, $3, $4, $5, $6, $7, $8), ($9::tsvector, $10, $11, $12, $13, $14, $15, $16)
insert into "search_parts" ("document", "hash", "key", "kind", "postmortem_id", "row_id", "slot", "weight") values ($1::tsvector, $2, $3, $4, $5, $6, $7, $8), ($9::tsvector, $10, $11, $12, $13, $14, $15, $16), ($17::tsvector, $18, $19, $20, $21, $22, $23, $24)
insert into "team_ancestors" ("ancestor_ref", "team_ref") values ($1, $2) on conflict ("ancestor_ref", "team_ref") do nothing
insert into "team_ancestors" ("ancestor_ref", "team_ref") values ($1, $2), ($3, $4) on conflict ("ancestor_ref", "team_ref") do nothing
select "action_item_id", "team_ref" from "action_item_teams" where "action_item_id" in ($1) and "is_owner" = $2 order by "team_ref" asc
select "action_item_id", "team_ref" from "action_item_teams" where "action_item_id" in ($1, $2, $3, $4) and "is_owner" = $5 order by "team_ref" asc
select "action_item_id", "team_ref" from "action_item_teams" where 1 = $1 and "is_owner" = $2 order by "team_ref" asc
select "action_item_id", "tracker" from "action_item_tickets" where "linked" = $1 and "next_attempt_at" <= $2 and ("claimed_until" is null or "claimed_until" <= $3) order by "next_attempt_at" asc limit $4
select "action_items".*, "governing_severity", "visibility", "related", "related_revision", "calendar", "postmortems"."started_at" as "postmortem_started_at", "postmortems"."title" as "postmortem_title", "postmortems"."revision" as "postmortem_revision", "ticket"."action_item_id" as "its_action_item_id", "ticket"."tracker" as "its_tracker", "ticket"."linked" as "its_linked", "ticket"."project" as "its_project", "ticket"."idempotency_key" as "its_idempotency_key", "ticket"."first_attempt_at" as "its_first_attempt_at", "ticket"."ticket_key" as "its_ticket_key", "ticket"."url" as "its_url", "ticket"."status" as "its_status", "ticket"."status_name" as "its_status_name", "ticket"."followed_status" as "its_followed_status", "ticket"."wanted_status" as "its_wanted_status", "ticket"."sync" as "its_sync", "ticket"."failures" as "its_failures", "ticket"."error" as "its_error", "ticket"."synced_at" as "its_synced_at", "ticket"."next_attempt_at" as "its_next_attempt_at" from "action_items" left join action_item_tickets as ticket on ticket.action_item_id = action_items.id and ticket.linked inner join "postmortems" on "postmortems"."id" = "action_items"."postmortem_id" where (postmortems.visibility in ($1) or ((postmortems.owner_ref is not null and postmortems.owner_ref in ($2)) or ((postmortems.commander_ref is not null and postmortems.commander_ref in ($3)) or exists (select 1 from postmortem_contributors where postmortem_contributors.postmortem_id = postmortems.id and postmortem_contributors.user_ref in ($4))) or exists (select 1 from postmortem_reviewers where postmortem_reviewers.postmortem_id = postmortems.id and postmortem_reviewers.reviewer_ref in ($5)) or exists (select 1 from postmortem_teams where postmortem_teams.postmortem_id = postmortems.id and postmortem_teams.team_ref in ($6)))) and "action_items"."status" in ($7, $8, $9, $10, $11) order by "action_items"."due_order" asc, "action_items"."id" asc limit $12
select "action_items".*, "ticket"."action_item_id" as "its_action_item_id", "ticket"."tracker" as "its_tracker", "ticket"."linked" as "its_linked", "ticket"."project" as "its_project", "ticket"."idempotency_key" as "its_idempotency_key", "ticket"."first_attempt_at" as "its_first_attempt_at", "ticket"."ticket_key" as "its_ticket_key", "ticket"."url" as "its_url", "ticket"."status" as "its_status", "ticket"."status_name" as "its_status_name", "ticket"."followed_status" as "its_followed_status", "ticket"."wanted_status" as "its_wanted_status", "ticket"."sync" as "its_sync", "ticket"."failures" as "its_failures", "ticket"."error" as "its_error", "ticket"."synced_at" as "its_synced_at", "ticket"."next_attempt_at" as "its_next_attempt_at" from "action_items" left join action_item_tickets as ticket on ticket.action_item_id = action_items.id and ticket.linked where "id" in ($1)
select "action_items".*, "ticket"."action_item_id" as "its_action_item_id", "ticket"."tracker" as "its_tracker", "ticket"."linked" as "its_linked", "ticket"."project" as "its_project", "ticket"."idempotency_key" as "its_idempotency_key", "ticket"."first_attempt_at" as "its_first_attempt_at", "ticket"."ticket_key" as "its_ticket_key", "ticket"."url" as "its_url", "ticket"."status" as "its_status", "ticket"."status_name" as "its_status_name", "ticket"."followed_status" as "its_followed_status", "ticket"."wanted_status" as "its_wanted_status", "ticket"."sync" as "its_sync", "ticket"."failures" as "its_failures", "ticket"."error" as "its_error", "ticket"."synced_at" as "its_synced_at", "ticket"."next_attempt_at" as "its_next_attempt_at" from "action_items" left join action_item_tickets as ticket on ticket.action_item_id = action_items.id and ticket.linked where "postmortem_id" = $1 and "number" = $2 limit $3
select "action_items".*, "ticket"."action_item_id" as "its_action_item_id", "ticket"."tracker" as "its_tracker", "ticket"."linked" as "its_linked", "ticket"."project" as "its_project", "ticket"."idempotency_key" as "its_idempotency_key", "ticket"."first_attempt_at" as "its_first_attempt_at", "ticket"."ticket_key" as "its_ticket_key", "ticket"."url" as "its_url", "ticket"."status" as "its_status", "ticket"."status_name" as "its_status_name", "ticket"."followed_status" as "its_followed_status", "ticket"."wanted_status" as "its_wanted_status", "ticket"."sync" as "its_sync", "ticket"."failures" as "its_failures", "ticket"."error" as "its_error", "ticket"."synced_at" as "its_synced_at", "ticket"."next_attempt_at" as "its_next_attempt_at" from "action_items" left join action_item_tickets as ticket on ticket.action_item_id = action_items.id and ticket.linked where "postmortem_id" = $1 order by "position" asc, "id" asc
select "action_items".*, "ticket"."action_item_id" as "its_action_item_id", "ticket"."tracker" as "its_tracker", "ticket"."linked" as "its_linked", "ticket"."project" as "its_project", "ticket"."idempotency_key" as "its_idempotency_key", "ticket"."first_attempt_at" as "its_first_attempt_at", "ticket"."ticket_key" as "its_ticket_key", "ticket"."url" as "its_url", "ticket"."status" as "its_status", "ticket"."status_name" as "its_status_name", "ticket"."followed_status" as "its_followed_status", "ticket"."wanted_status" as "its_wanted_status", "ticket"."sync" as "its_sync", "ticket"."failures" as "its_failures", "ticket"."error" as "its_error", "ticket"."synced_at" as "its_synced_at", "ticket"."next_attempt_at" as "its_next_attempt_at" from "action_items" left join action_item_tickets as ticket on ticket.action_item_id = action_items.id and ticket.linked where "postmortem_id" in ($1) order by "postmortem_id" asc, "position" asc, "id" asc
select "author_ref", max("id") as "id" from "postmortem_comments" where "postmortem_id" = $1 and "anchor" = $2 group by "author_ref"
select "author_ref", max("id") as "id" from "postmortem_comments" where "postmortem_id" = $1 and "anchor" is null group by "author_ref"
select "cycle" from "postmortems" where "id" = $1 and "owner_ref" = $2 limit $3
select "exceptions" from "postmortems" where "id" = $1 limit $2
select "id" from "incidents" where "id" in ($1) order by "id" asc for update
select "id" from "incidents" where ("claimed_until" is null or "claimed_until" <= $1 or "claimed_until" > $2) and "source" in ($3) and ("due_at" <= $4 or "due_at" > $5) order by "due_at" asc, "id" asc limit $6 for update skip locked
select "id" from "incidents" where 1 = $1 order by "id" asc for update
select "id" from "postmortems" where (not "status" = $1 or "id" in (select "postmortem_id" from "action_items" where "closed_at" is null)) and "id" > $2 order by "id" asc limit $3
select "id", "author_ref", "markdown" from "postmortem_comments" where "postmortem_id" = $1 and "anchor" = $2 and "resolved_at" is null and ("markdown" like $3 or "markdown" like $4)
select "id", "author_ref", "markdown" from "postmortem_comments" where "postmortem_id" = $1 and "anchor" is null and "resolved_at" is null and ("markdown" like $2 or "markdown" like $3)
select "id", "base" from "incidents" where "postmortem_id" = $1 order by "id" asc
select "id", "event" from "postmortem_outbox" where ("claimed_until" is null or "claimed_until" <= $1 or "claimed_until" > $2) order by "id" asc limit $3 for update skip locked
select "id", "postmortem_id" from "action_items" where "postmortem_id" in ($1, $2, $3, $4, $5, $6, $7) and "closed_at" is null
select "id", "title", "links", "no_action_items_reason" from "postmortems" where "id" in ($1)
select "postmortem_id" from "postmortem_reminders" where "look_at" <= $1 order by "look_at" asc, "postmortem_id" asc limit $2
select "postmortem_id" from "postmortem_reminders" where "postmortem_id" = $1 and "look_at" <= $2 limit $3
select "postmortem_id", "reviewer_ref", "comment", "dismissal_reason" from "postmortem_reviews" where "postmortem_id" in ($1)
select "postmortem_id", "reviewer_ref", "reviewed_at" from "postmortem_reviews" where "postmortem_id" in ($1) and "verdict" = $2 and "dismissed_at" is null and "lapsed_at" is null order by "postmortem_id" asc, "reviewer_ref" asc
select "postmortem_id", "reviewer_ref", "reviewed_at" from "postmortem_reviews" where "postmortem_id" in ($1, $2, $3, $4, $5, $6, $7) and "verdict" = $8 and "dismissed_at" is null and "lapsed_at" is null order by "postmortem_id" asc, "reviewer_ref" asc
select "postmortem_id", "section_key", "markdown" from "postmortem_sections" where "postmortem_id" in ($1)
select "postmortem_id", "slot", "kind", "key", "row_id", "weight", array[document @@ $1::tsquery] as "matches" from "search_parts" where postmortem_id = any($2) and document @@ $3::tsquery
select "postmortem_id", "user_ref" from "postmortem_watchers" where "postmortem_id" in ($1) order by "user_ref" asc
select "postmortem_id", max("at") as "last" from "postmortem_history" where "postmortem_id" in ($1) and "action" in ($2, $3, $4, $5, $6, $7, $8, $9, $10, $11) group by "postmortem_id"
select "postmortem_id", max("updated_at") as "last" from "incidents" where "postmortem_id" in ($1) group by "postmortem_id"
select "postmortem_reviews".*, (select count(*) from "postmortem_comments" where "postmortem_id" = $1 and "resolved_at" is null) as "open_comments", (select count(*) from "postmortem_watchers" where "postmortem_id" = $2 and "user_ref" = $3) as "watching" from (select 1) as one left join "postmortem_reviews" on "postmortem_reviews"."postmortem_id" = $4 order by "reviewed_at" desc, "reviewer_ref" asc
select "postmortems"."id" from "postmortems" where (postmortems.visibility in ($1) or ((postmortems.owner_ref is not null and postmortems.owner_ref in ($2)) or ((postmortems.commander_ref is not null and postmortems.commander_ref in ($3)) or exists (select 1 from postmortem_contributors where postmortem_contributors.postmortem_id = postmortems.id and postmortem_contributors.user_ref in ($4))) or exists (select 1 from postmortem_reviewers where postmortem_reviewers.postmortem_id = postmortems.id and postmortem_reviewers.reviewer_ref in ($5)) or exists (select 1 from postmortem_teams where postmortem_teams.postmortem_id = postmortems.id and postmortem_teams.team_ref in ($6)))) and ("postmortems"."id" in (select "postmortem_id" from "postmortem_teams" where "team_ref" in ($7))) and "postmortems"."id" in (select "postmortem_id" from "search_parts" where document @@ $8::tsquery) order by "postmortems"."id" desc limit $9
select "postmortems"."id", "postmortems"."title", "postmortems"."title_key", "postmortems"."severity_history", "postmortems"."governing_severity", "postmortems"."governing_rank", "postmortems"."outcome", "postmortems"."started_at", "postmortems"."detected_at", "postmortems"."mitigated_at", "postmortems"."resolved_at", "postmortems"."owner_ref", "postmortems"."owner_acknowledged_at", "postmortems"."commander_ref", "postmortems"."status", "postmortems"."published_at", "postmortems"."completed_at", "postmortems"."required", "postmortems"."due_at", "postmortems"."due_order", "postmortems"."warn_at", "postmortems"."visibility", "postmortems"."waiver", "postmortems"."extension", "postmortems"."calendar", "postmortems"."related", "postmortems"."related_revision", "postmortems"."edited", "postmortems"."claimed", "postmortems"."origin", "postmortems"."exceptions", "postmortems"."revision", "postmortems"."created_at", "postmortems"."updated_at" from "postmortems" where "id" in ($1)
select "postmortems"."id", "postmortems"."title", "postmortems"."title_key", "postmortems"."severity_history", "postmortems"."governing_severity", "postmortems"."governing_rank", "postmortems"."outcome", "postmortems"."started_at", "postmortems"."detected_at", "postmortems"."mitigated_at", "postmortems"."resolved_at", "postmortems"."owner_ref", "postmortems"."owner_acknowledged_at", "postmortems"."commander_ref", "postmortems"."status", "postmortems"."published_at", "postmortems"."completed_at", "postmortems"."required", "postmortems"."due_at", "postmortems"."due_order", "postmortems"."warn_at", "postmortems"."visibility", "postmortems"."waiver", "postmortems"."extension", "postmortems"."calendar", "postmortems"."related", "postmortems"."related_revision", "postmortems"."edited", "postmortems"."claimed", "postmortems"."origin", "postmortems"."exceptions", "postmortems"."revision", "postmortems"."created_at", "postmortems"."updated_at" from "postmortems" where (postmortems.visibility in ($1) or ((postmortems.owner_ref is not null and postmortems.owner_ref in ($2)) or ((postmortems.commander_ref is not null and postmortems.commander_ref in ($3)) or exists (select 1 from postmortem_contributors where postmortem_contributors.postmortem_id = postmortems.id and postmortem_contributors.user_ref in ($4))) or exists (select 1 from postmortem_reviewers where postmortem_reviewers.postmortem_id = postmortems.id and postmortem_reviewers.reviewer_ref in ($5)) or exists (select 1 from postmortem_teams where postmortem_teams.postmortem_id = postmortems.id and postmortem_teams.team_ref in ($6)))) and "postmortems"."resolved_at" is null order by "postmortems"."started_at" desc, "postmortems"."id" desc limit $7
select "postmortems"."id", "postmortems"."title", "postmortems"."title_key", "postmortems"."severity_history", "postmortems"."governing_severity", "postmortems"."governing_rank", "postmortems"."outcome", "postmortems"."started_at", "postmortems"."detected_at", "postmortems"."mitigated_at", "postmortems"."resolved_at", "postmortems"."owner_ref", "postmortems"."owner_acknowledged_at", "postmortems"."commander_ref", "postmortems"."status", "postmortems"."published_at", "postmortems"."completed_at", "postmortems"."required", "postmortems"."due_at", "postmortems"."due_order", "postmortems"."warn_at", "postmortems"."visibility", "postmortems"."waiver", "postmortems"."extension", "postmortems"."calendar", "postmortems"."related", "postmortems"."related_revision", "postmortems"."edited", "postmortems"."claimed", "postmortems"."origin", "postmortems"."exceptions", "postmortems"."revision", "postmortems"."created_at", "postmortems"."updated_at" from "postmortems" where (postmortems.visibility in ($1) or ((postmortems.owner_ref is not null and postmortems.owner_ref in ($2)) or ((postmortems.commander_ref is not null and postmortems.commander_ref in ($3)) or exists (select 1 from postmortem_contributors where postmortem_contributors.postmortem_id = postmortems.id and postmortem_contributors.user_ref in ($4))) or exists (select 1 from postmortem_reviewers where postmortem_reviewers.postmortem_id = postmortems.id and postmortem_reviewers.reviewer_ref in ($5)) or exists (select 1 from postmortem_teams where postmortem_teams.postmortem_id = postmortems.id and postmortem_teams.team_ref in ($6)))) order by "postmortems"."started_at" desc, "postmortems"."id" desc limit $7
select "section_key" from "postmortem_live_documents" where "postmortem_id" = $1 and "pending_since" is not null order by "section_key" asc
select "section_key", "markdown", "authorship" from "postmortem_sections" where "postmortem_id" = $1 and not "markdown" = $2 order by "section_key" asc
select "slot", "kind", "key", "hash" from "search_parts" where "postmortem_id" = $1
select "tablename" from "pg_tables" where "schemaname" = current_schema() order by "tablename" asc
select "team_ref", "ancestor_ref" from "team_ancestors"
select "user_ref", max("cycle") as "cycle" from "postmortem_involvement" where "postmortem_id" = $1 group by "user_ref"
select "visibility" from "postmortems" where "id" = $1 limit $2
select * from "action_item_teams"
select * from "action_item_teams" where 1 = $1
select * from "action_item_tickets"
select * from "action_item_tickets" where "action_item_id" = $1 and "tracker" = $2 and "linked" = $3 and "claimed_by" = $4 limit $5 for update
select * from "action_item_tickets" where "action_item_id" = $1 and "tracker" = $2 limit $3
select * from "action_item_tickets" where 1 = $1
select * from "action_items"
select * from "action_items" where "postmortem_id" in ($1)
select * from "catalog_absences"
select * from "compliance_exceptions"
select * from "compliance_exceptions" where "postmortem_id" in ($1)
select * from "deleted_postmortem_refs"
select * from "deleted_postmortems"
select * from "group_changes" order by "id" asc
select * from "incident_changes"
select * from "incident_changes" where "incident_id" = $1
select * from "incident_deliveries"
select * from "incident_deliveries" where ("claimed_until" is null or "claimed_until" <= $1 or "claimed_until" > $2) and "source" in ($3) and ("due_at" <= $4 or "due_at" > $5) order by "due_at" asc, "id" asc limit $6 for update skip locked
select * from "incident_entities"
select * from "incident_entities" where "incident_id" in ($1) order by "position" asc
select * from "incident_lines"
select * from "incident_lines" where "incident_id" = $1
select * from "incident_lines" where 1 = $1
select * from "incident_mappings"
select * from "incident_mappings" order by "source" asc, "kind" asc, "word_key" asc
select * from "incident_mappings" where "source" = $1 order by "source" asc, "kind" asc, "word_key" asc
select * from "incident_rejections"
select * from "incident_shared_addresses"
select * from "incident_teams"
select * from "incident_teams" where "incident_id" in ($1) order by "team_ref" asc
select * from "incident_unmapped"
select * from "incident_unmapped" where "incident_id" in ($1) order by "word" asc
select * from "incidents"
select * from "incidents" where "id" in ($1)
select * from "incidents" where "postmortem_id" = $1 order by "id" asc
select * from "incidents" where "source" = $1 and "merged_into" in ($2) order by "id" asc
select * from "postmortem_comments"
select * from "postmortem_comments" where "id" = $1 and "postmortem_id" = $2 limit $3
select * from "postmortem_comments" where "postmortem_id" = $1 order by "id" asc, "id" asc limit $2
select * from "postmortem_comments" where "postmortem_id" in ($1)
select * from "postmortem_contributing_factors"
select * from "postmortem_contributing_factors" where "postmortem_id" = $1 order by "id" asc
select * from "postmortem_contributing_factors" where "postmortem_id" in ($1)
select * from "postmortem_contributors"
select * from "postmortem_contributors" where "postmortem_id" in ($1)
select * from "postmortem_entities"
select * from "postmortem_entities" where "postmortem_id" in ($1)
select * from "postmortem_entities" where "postmortem_id" in ($1) order by "position" asc
select * from "postmortem_feeds"
select * from "postmortem_feeds" where "user_ref" = $1 order by "id" desc
select * from "postmortem_history"
select * from "postmortem_history" where "id" = $1 and "postmortem_id" = $2 and "field" = $3 and "action" in ($4, $5) limit $6
select * from "postmortem_history" where "postmortem_id" = $1 and "action" in ($2, $3) and "field" in ($4) order by "id" asc
select * from "postmortem_history" where "postmortem_id" = $1 order by "id" desc limit $2
select * from "postmortem_history" where "postmortem_id" = $1 order by "id" desc, "id" desc limit $2
select * from "postmortem_history" where "postmortem_id" in ($1)
select * from "postmortem_involvement"
select * from "postmortem_involvement" where "postmortem_id" = $1
select * from "postmortem_involvement" where "postmortem_id" = $1 and "cycle" = $2
select * from "postmortem_involvement" where "postmortem_id" in ($1)
select * from "postmortem_labels"
select * from "postmortem_labels" where "postmortem_id" in ($1)
select * from "postmortem_live_documents"
select * from "postmortem_live_documents" where "postmortem_id" = $1 and "section_key" = $2 limit $3
select * from "postmortem_live_updates"
select * from "postmortem_live_updates" where "generation" = $1 and "seq" > $2 order by "seq" asc
select * from "postmortem_mentions"
select * from "postmortem_mentions" where "postmortem_id" in ($1)
select * from "postmortem_messages"
select * from "postmortem_messages" where "postmortem_id" in ($1)
select * from "postmortem_messages" where "recipient_ref" = $1 and "state" = $2 and "kind" = $3 and "about" = $4 and "send_at" > $5 order by "send_at" asc, "id" asc
select * from "postmortem_messages" where ("claimed_until" is null or "claimed_until" <= $1 or "claimed_until" > $2) and "state" = $3 and "kind" in ($4, $5) and ("send_at" <= $6 or "send_at" > $7) order by "send_at" asc, "id" asc limit $8 for update skip locked
select * from "postmortem_outbox"
select * from "postmortem_presence"
select * from "postmortem_presence" where "postmortem_id" = $1 and "expires_at" > $2 order by "user_ref" asc, "tab_id" asc, "section_key" asc limit $3
select * from "postmortem_reminders"
select * from "postmortem_reminders" where "postmortem_id" in ($1)
select * from "postmortem_reviewers"
select * from "postmortem_reviewers" where "postmortem_id" in ($1)
select * from "postmortem_reviews"
select * from "postmortem_reviews" where "postmortem_id" in ($1)
select * from "postmortem_sections"
select * from "postmortem_sections" where "postmortem_id" = $1
select * from "postmortem_sections" where "postmortem_id" = $1 and "section_key" = $2 limit $3
select * from "postmortem_sections" where "postmortem_id" in ($1)
select * from "postmortem_teams"
select * from "postmortem_teams" where "postmortem_id" in ($1)
select * from "postmortem_timeline_events"
select * from "postmortem_timeline_events" where "postmortem_id" = $1 order by "occurred_at" asc, "id" asc
select * from "postmortem_timeline_events" where "postmortem_id" in ($1)
select * from "postmortem_watchers"
select * from "postmortem_watchers" where "postmortem_id" in ($1)
select * from "postmortems"
select * from "postmortems" where "id" = $1
select * from "postmortems" where "id" = $1 for update
select * from "postmortems" where "id" in ($1)
select * from "postmortems" where "id" in ($1, $2, $3, $4, $5, $6, $7)
select * from "postmortems" where "import_key" = $1 order by "id" asc
select * from "team_ancestors"
select * from information_schema.columns where table_name = $1 and table_catalog = current_database() and table_schema = current_schema()
select count(*) as "count" from "incident_deliveries" where "due_at" <= $1
select count(*) as "count" from "incidents" where "due_at" <= $1
select count(*) as "count" from "postmortem_comments" where "postmortem_id" = $1
select count(*) as "count" from "postmortem_contributing_factors" where "postmortem_id" = $1
select count(*) as "count" from "postmortem_timeline_events" where "postmortem_id" = $1
select count(*) as "count" from (select "action_items"."id" from "action_items" inner join "postmortems" on "postmortems"."id" = "action_items"."postmortem_id" where (postmortems.visibility in ($1) or ((postmortems.owner_ref is not null and postmortems.owner_ref in ($2)) or ((postmortems.commander_ref is not null and postmortems.commander_ref in ($3)) or exists (select 1 from postmortem_contributors where postmortem_contributors.postmortem_id = postmortems.id and postmortem_contributors.user_ref in ($4))) or exists (select 1 from postmortem_reviewers where postmortem_reviewers.postmortem_id = postmortems.id and postmortem_reviewers.reviewer_ref in ($5)) or exists (select 1 from postmortem_teams where postmortem_teams.postmortem_id = postmortems.id and postmortem_teams.team_ref in ($6)))) and "action_items"."status" in ($7, $8, $9, $10, $11) limit $12) as "matching"
select count(*) as "count" from (select "id" from "postmortem_comments" where "postmortem_id" = $1 limit $2) as "matching"
select count(*) as "count" from (select "id" from "postmortem_history" where "postmortem_id" = $1 limit $2) as "matching"
select count(*) as "count" from (select "postmortems"."id" from "postmortems" where (postmortems.visibility in ($1) or ((postmortems.owner_ref is not null and postmortems.owner_ref in ($2)) or ((postmortems.commander_ref is not null and postmortems.commander_ref in ($3)) or exists (select 1 from postmortem_contributors where postmortem_contributors.postmortem_id = postmortems.id and postmortem_contributors.user_ref in ($4))) or exists (select 1 from postmortem_reviewers where postmortem_reviewers.postmortem_id = postmortems.id and postmortem_reviewers.reviewer_ref in ($5)) or exists (select 1 from postmortem_teams where postmortem_teams.postmortem_id = postmortems.id and postmortem_teams.team_ref in ($6)))) and "postmortems"."resolved_at" is null limit $7) as "matching"
select count(*) as "count" from (select "postmortems"."id" from "postmortems" where (postmortems.visibility in ($1) or ((postmortems.owner_ref is not null and postmortems.owner_ref in ($2)) or ((postmortems.commander_ref is not null and postmortems.commander_ref in ($3)) or exists (select 1 from postmortem_contributors where postmortem_contributors.postmortem_id = postmortems.id and postmortem_contributors.user_ref in ($4))) or exists (select 1 from postmortem_reviewers where postmortem_reviewers.postmortem_id = postmortems.id and postmortem_reviewers.reviewer_ref in ($5)) or exists (select 1 from postmortem_teams where postmortem_teams.postmortem_id = postmortems.id and postmortem_teams.team_ref in ($6)))) limit $7) as "matching"
select distinct "actor_ref" from "postmortem_history" where "postmortem_id" = $1 and "action" = $2
select distinct "postmortem_id", "owner_ref" from "action_items" where "postmortem_id" in ($1, $2, $3, $4, $5, $6, $7) and "closed_at" is null and "owner_ref" is not null
select distinct "reason" from "postmortem_messages" where "postmortem_id" = $1
select distinct "recipient_ref" from "postmortem_messages" where "state" = $1 and "kind" = $2 and "send_at" <= $3 order by "recipient_ref" asc limit $4
select distinct "team_ref" from "postmortem_teams" union select distinct "team_ref" from "action_item_teams" union select distinct "team_ref" from "incident_teams"
select distinct "user_ref", "user_ref" from "postmortem_involvement" where "postmortem_id" = $1
update "action_item_tickets" set "claimed_by" = $1, "claimed_until" = $2 where "action_item_id" = $3 and "tracker" = $4
update "action_item_tickets" set "claimed_by" = $1, "claimed_until" = $2, "next_attempt_at" = $3 where "linked" = $4 and "next_attempt_at" <= $5 and ("claimed_until" is null or "claimed_until" <= $6) and "action_item_id" = $7 and "tracker" = $8 returning *
update "action_item_tickets" set "first_attempt_at" = $1 where "action_item_id" = $2 and "tracker" = $3
update "compliance_exceptions" set "postmortem_id" = $1 where "postmortem_id" = $2
update "incident_deliveries" set "claimed_by" = $1, "claimed_until" = $2 where "claimed_by" = $3
update "incident_deliveries" set "claimed_by" = $1, "claimed_until" = $2 where "id" in ($3)
update "incident_deliveries" set "status" = $1, "attempts" = $2, "error" = $3, "due_at" = $4, "finished_at" = $5, "claimed_by" = $6, "claimed_until" = $7 where "id" = $8 and "claimed_by" = $9
update "incident_deliveries" set "status" = $1, "attempts" = $2, "type" = $3, "error" = $4, "due_at" = $5, "finished_at" = $6, "claimed_by" = $7, "claimed_until" = $8 where "id" = $9 and "claimed_by" = $10
update "incidents" set "claimed_by" = $1, "claimed_until" = $2 where "claimed_by" = $3
update "incidents" set "claimed_by" = $1, "claimed_until" = $2 where "id" in ($3)
update "incidents" set "claimed_by" = $1, "claimed_until" = $2 where "id" in ($3, $4)
update "incidents" set "claimed_by" = $1, "claimed_until" = $2 where "id" in ($3, $4, $5)
update "incidents" set "due_at" = $1 where "source" = $2 and ("disposition" = $3 or "postmortem_id" in (select "id" from "postmortems" where not "status" = $4))
update "incidents" set "due_at" = $1 where 1 = $2
update "incidents" set "postmortem_id" = $1 where 1 = $2
update "incidents" set "postmortem_id" = $1, "due_at" = $2 where "postmortem_id" = $3
update "incidents" set "state" = $1, "disposition" = $2, "blocked_by" = $3, "not_required_because" = $4, "incomplete" = $5, "title" = $6, "url" = $7, "started_at" = $8, "resolved_at" = $9, "governing_severity" = $10, "visibility" = $11, "merged_into" = $12, "postmortem_id" = $13, "theirs" = $14, "base" = $15, "error" = $16, "left_out" = $17, "attempts" = $18, "due_at" = $19, "claimed_by" = $20, "claimed_until" = $21 where "id" = $22
update "postmortem_comments" set "anchor" = $1, "author_ref" = $2, "markdown" = $3, "created_at" = $4, "edited_at" = $5, "resolved_at" = $6, "resolved_by" = $7, "revision" = $8 where "id" = $9
update "postmortem_involvement" set "cycle" = $1 where "postmortem_id" = $2 and "cycle" = $3
update "postmortem_live_documents" set "last_seq" = $1 where "id" = $2
update "postmortem_live_documents" set "pending_since" = $1 where "id" = $2 and "pending_since" is null
update "postmortem_live_documents" set "section_revision" = $1, "written_seq" = $2, "pending_since" = $3 where "id" = $4
update "postmortem_messages" set "claimed_by" = $1, "claimed_until" = $2 where "claimed_by" = $3
update "postmortem_messages" set "claimed_by" = $1, "claimed_until" = $2 where "id" in ($3)
update "postmortem_messages" set "claimed_by" = $1, "claimed_until" = $2 where "id" in ($3, $4)
update "postmortem_messages" set "send_at" = $1 where "recipient_ref" in ($2) and "state" = $3 and "kind" = $4 and "postmortem_id" = $5 and "action_item" is null and "about" = $6
update "postmortem_messages" set "state" = $1 where "recipient_ref" in ($2) and "state" = $3 and "kind" = $4 and "postmortem_id" = $5 and "action_item" is null
update "postmortem_messages" set "state" = $1, "sent_at" = $2 where "digest_id" = $3 and "state" = $4
update "postmortem_messages" set "state" = $1, "sent_at" = $2, "claimed_by" = $3, "claimed_until" = $4 where "id" = $5 and "claimed_by" = $6
update "postmortem_outbox" set "claimed_until" = $1 where "id" in ($2)
update "postmortem_outbox" set "claimed_until" = $1 where "id" in ($2, $3)
update "postmortem_outbox" set "claimed_until" = $1 where "id" in ($2, $3, $4)
update "postmortem_reminders" set "look_at" = $1 where "look_at" > $2
update "postmortem_reviews" set "dismissed_at" = $1, "dismissed_by" = $2, "dismissal_reason" = $3 where "postmortem_id" = $4 and "reviewer_ref" = $5
update "postmortem_reviews" set "lapsed_at" = $1, "lapse" = $2 where "postmortem_id" = $3 and "reviewer_ref" = $4
update "postmortems" set "action_items_numbered" = "action_items_numbered" + $1 where "id" = $2 returning "action_items_numbered"
update "postmortems" set "content_revision" = "content_revision" + $1 where "id" = $2
update "postmortems" set "edited" = $1 where "id" = $2 and "edited" = $3
update "postmortems" set "exceptions" = "exceptions" + $1 where "id" = $2
update "postmortems" set "exceptions" = $1 where "id" = $2
update "postmortems" set "title" = $1, "title_key" = $2, "severity" = $3, "governing_severity" = $4, "governing_rank" = $5, "severity_history" = $6, "outcome" = $7, "started_at" = $8, "detected_at" = $9, "mitigated_at" = $10, "resolved_at" = $11, "meeting_held_at" = $12, "meeting" = $13, "owner_ref" = $14, "owner_acknowledged_at" = $15, "owner_pending_since" = $16, "owner_suggestion" = $17, "commander_ref" = $18, "status" = $19, "published_at" = $20, "publications" = $21, "no_action_items_reason" = $22, "visibility" = $23, "required" = $24, "completed_at" = $25, "due_at" = $26, "due_order" = $27, "warn_at" = $28, "waived_until" = $29, "deadline" = $30, "waiver" = $31, "extension" = $32, "calendar" = $33, "links" = $34, "related" = $35, "related_revision" = $36, "teamless" = $37, "import_key" = $38, "edited" = $39, "origin" = $40, "cycle" = $41, "claimed" = $42, "imported" = $43, "exceptions" = $44, "deletions" = $45, "fact_entries" = $46, "attached_at" = $47, "content_revision" = $48, "revision" = $49, "created_at" = $50, "created_by" = $51, "updated_at" = $52 where "id" = $53
update "postmortems" set "updated_at" = $1 where "id" = $2
with "restricted" as materialized (select "postmortems"."id", "teamless", "exceptions", 1 as "weight", case when not postmortems.required then 'not-required' when postmortems.claimed then 'claimed' when postmortems.waived_until > $1 then 'waived' when postmortems.due_at is null then 'pending' when postmortems.completed_at <= postmortems.due_at then 'met' when postmortems.completed_at is not null then 'late' when postmortems.due_at < $2 then 'overdue' when postmortems.warn_at <= $3 then 'due-soon' else 'on-track' end as "status", case when origin = 'person' then 1 else 0 end as "created_by_person", case when origin = 'import' then 1 else 0 end as "imported", "deletions" as "deleted", (date_part('epoch', "published_at" - "resolved_at") * 1000)::int8 as "publish_ms", (date_part('epoch', "started_at") * 1000)::int8 as "started_ms" from "postmortems" where "postmortems"."id" in (select "postmortems"."id" from "postmortems" where postmortems.visibility = 'restricted' and (postmortems.visibility in ($4) or ((postmortems.owner_ref is not null and postmortems.owner_ref in ($5)) or ((postmortems.commander_ref is not null and postmortems.commander_ref in ($6)) or exists (select 1 from postmortem_contributors where postmortem_contributors.postmortem_id = postmortems.id and postmortem_contributors.user_ref in ($7))) or exists (select 1 from postmortem_reviewers where postmortem_reviewers.postmortem_id = postmortems.id and postmortem_reviewers.reviewer_ref in ($8)) or exists (select 1 from postmortem_teams where postmortem_teams.postmortem_id = postmortems.id and postmortem_teams.team_ref in ($9)))))), "recent" as materialized (select "group_ref", sum(weight) as "total", coalesce(sum(weight) filter (where status = 'not-required'), 0) as "not_required", coalesce(sum(weight) filter (where status = 'pending'), 0) as "pending", coalesce(sum(weight) filter (where status = 'on-track'), 0) as "on_track", coalesce(sum(weight) filter (where status = 'due-soon'), 0) as "due_soon", coalesce(sum(weight) filter (where status = 'overdue'), 0) as "overdue", coalesce(sum(weight) filter (where status = 'met'), 0) as "met", coalesce(sum(weight) filter (where status = 'late'), 0) as "late", coalesce(sum(weight) filter (where status = 'waived'), 0) as "waived", coalesce(sum(weight) filter (where status = 'claimed'), 0) as "claimed", sum("by_exception") as "by_exception", sum("created_by_person") as "created_by_person", sum("imported") as "imported", sum("deleted") as "deleted", string_agg("publish_ms"::text, ',') filter (where weight > 0) as "added_publish", string_agg("publish_ms"::text, ',') filter (where weight < 0) as "removed_publish", string_agg("started_ms"::text, ',') filter (where weight > 0) as "added_started", string_agg("started_ms"::text, ',') filter (where weight < 0) as "removed_started" from (select "group_ref", "weight", "status", "by_exception", "created_by_person", "imported", "deleted", "publish_ms", (date_part('epoch', "started_at") * 1000)::int8 as "started_ms" from "group_compliance_changes" where "at" <= $10 and "list" in ($11, $12) union all select $13, "weight", "status", case when exceptions > 0 and status in ('met', 'late', 'overdue') then 1 else 0 end, "created_by_person", "imported", "deleted", "publish_ms", "started_ms" from "restricted" union all select $14, "weight", "status", case when exceptions > 0 and status in ('met', 'late', 'overdue') then 1 else 0 end, "created_by_person", "imported", "deleted", "publish_ms", "started_ms" from "restricted" where "teamless" = $15 union all select "postmortem_teams"."team_ref", "weight", "status", case when exceptions > 0 and status in ('met', 'late', 'overdue') then 1 else 0 end, "created_by_person", "imported", "deleted", "publish_ms", "started_ms" from "restricted" cross join "postmortem_teams" where postmortem_teams.postmortem_id = restricted.id) as "changes" group by "group_ref"), "counted" as materialized (select coalesce(folded.group_ref, recent.group_ref) collate "C" as "group_key", coalesce(folded."total", 0) + coalesce(recent."total", 0) as "total", coalesce(folded."not_required", 0) + coalesce(recent."not_required", 0) as "status_0", coalesce(folded."pending", 0) + coalesce(recent."pending", 0) as "status_1", coalesce(folded."on_track", 0) + coalesce(recent."on_track", 0) as "status_2", coalesce(folded."due_soon", 0) + coalesce(recent."due_soon", 0) as "status_3", coalesce(folded."overdue", 0) + coalesce(recent."overdue", 0) as "status_4", coalesce(folded."met", 0) + coalesce(recent."met", 0) as "status_5", coalesce(folded."late", 0) + coalesce(recent."late", 0) as "status_6", coalesce(folded."waived", 0) + coalesce(recent."waived", 0) as "status_7", coalesce(folded."claimed", 0) + coalesce(recent."claimed", 0) as "status_8", coalesce(folded."by_exception", 0) + coalesce(recent."by_exception", 0) as "by_exception", coalesce(folded."created_by_person", 0) + coalesce(recent."created_by_person", 0) as "created_by_person", coalesce(folded."imported", 0) + coalesce(recent."imported", 0) as "imported", coalesce(folded."deleted", 0) + coalesce(recent."deleted", 0) as "deleted", "folded"."group_ref" as "folded_ref", "latest_ms" as "latest_ms", "publish_count" as "publish_count", "publish_below" as "publish_below", "publish_median" as "publish_median", case when recent.group_ref is not null then publish_values end as "publish_values", 1 = 0 as "out_of_date", "added_publish", "removed_publish", "added_started", "removed_started" from (select *, (date_part('epoch', "latest_started_at") * 1000)::int8 as "latest_ms" from "group_compliance" where "list" in ($16, $17)) as "folded" full outer join "recent" on "recent"."group_ref" = "folded"."group_ref"), "waiting" as materialized (select "incidents"."id", "incidents"."started_at", "incidents"."governing_severity" from "incidents" where "disposition" in ($18) and (("incidents"."postmortem_id" is null and (incidents.visibility in ($19) or (1 = 0 or (1 = 0 or 1 = 0) or 1 = 0 or exists (select 1 from incident_teams where incident_teams.incident_id = incidents.id and incident_teams.team_ref in ($20))))) or exists (select "postmortems"."id" from "postmortems" where postmortems.id = incidents.postmortem_id and (postmortems.visibility in ($21) or ((postmortems.owner_ref is not null and postmortems.owner_ref in ($22)) or ((postmortems.commander_ref is not null and postmortems.commander_ref in ($23)) or exists (select 1 from postmortem_contributors where postmortem_contributors.postmortem_id = postmortems.id and postmortem_contributors.user_ref in ($24))) or exists (select 1 from postmortem_reviewers where postmortem_reviewers.postmortem_id = postmortems.id and postmortem_reviewers.reviewer_ref in ($25)) or exists (select 1 from postmortem_teams where postmortem_teams.postmortem_id = postmortems.id and postmortem_teams.team_ref in ($26))))))), "everything" as (select * from "counted" where "group_key" = $27), "groups" as (select * from "counted" where not "group_key" = $28 and "total" > $29), "uncovered_groups" as (select teams.team_ref collate "C" as "uncovered_key", count(*) as "uncovered", min(case waiting.governing_severity when $30 then 1 when $31 then 2 when $32 then 3 when $33 then 4 when $34 then 5 else 6 end) as "uncovered_rank" from "waiting" inner join (select "incident_id", "team_ref" from "incident_teams" union all select "id", 'none' from "waiting" where "id" not in (select "incident_id" from "incident_teams" where "team_ref" like $35)) as "teams" on "teams"."incident_id" = "waiting"."id" group by 1) select "everything".*, cast(null as varchar(16)) as uncovered_key, (select count(*) from waiting) as uncovered, 0 as place from "everything" union all select "groups".*, "uncovered_key", "uncovered", row_number() over (order by coalesce(total, 0) desc, coalesce(uncovered, 0) desc, coalesce(group_key, uncovered_key)) from "groups" full outer join "uncovered_groups" on "uncovered_key" = "group_key" order by "place" asc limit $36
