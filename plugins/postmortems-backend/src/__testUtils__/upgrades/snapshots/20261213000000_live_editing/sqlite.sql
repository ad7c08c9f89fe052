delete from `action_item_teams` where `action_item_id` = ? and `is_owner` = ?
delete from `incident_entities` where `incident_id` = ?
delete from `incident_lines` where `incident_id` = ?
delete from `incident_shared_addresses` where `incident_id` = ?
delete from `incident_teams` where `incident_id` = ?
delete from `incident_unmapped` where `incident_id` = ?
delete from `postmortem_contributors` where `postmortem_id` = ?
delete from `postmortem_entities` where `postmortem_id` = ?
delete from `postmortem_labels` where `postmortem_id` = ?
delete from `postmortem_mentions` where `comment_id` in (select `id` from `postmortem_comments` where `postmortem_id` = ? and `anchor` = ?)
delete from `postmortem_mentions` where `comment_id` in (select `id` from `postmortem_comments` where `postmortem_id` = ? and `anchor` is null)
delete from `postmortem_outbox` where 1 = ?
delete from `postmortem_presence` where `postmortem_id` = ? and `expires_at` <= ?
delete from `postmortem_presence` where `postmortem_id` = ? and `user_ref` = ? and `tab_id` = ? and `section_key` not in (?, ?)
delete from `postmortem_reminders` where `postmortem_id` = ?
delete from `postmortem_reviewers` where `postmortem_id` = ?
delete from `postmortem_teams` where `postmortem_id` = ?
delete from `postmortems` where `id` = ?
delete from `search_parts` where `postmortem_id` = ? and `slot` in (?)
insert into `action_item_teams` (`action_item_id`, `is_owner`, `team_ref`) select ? as `action_item_id`, ? as `is_owner`, ? as `team_ref` union all select ? as `action_item_id`, ? as `is_owner`, ? as `team_ref`
insert into `action_item_teams` (`action_item_id`, `is_owner`, `team_ref`) values (?, ?, ?)
insert into `action_item_tickets` (`action_item_id`, `error`, `failures`, `first_attempt_at`, `followed_status`, `idempotency_key`, `linked`, `next_attempt_at`, `project`, `status`, `status_name`, `sync`, `synced_at`, `ticket_key`, `tracker`, `url`, `wanted_status`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (`action_item_id`, `tracker`) do update set `action_item_id` = ?,`tracker` = ?,`linked` = ?,`project` = ?,`ticket_key` = ?,`url` = ?,`status` = ?,`status_name` = ?,`followed_status` = ?,`wanted_status` = ?,`sync` = ?,`failures` = ?,`error` = ?,`synced_at` = ?,`next_attempt_at` = ?
insert into `action_items` (`closed_at`, `committed_at`, `created_at`, `description`, `due_at`, `due_order`, `kind`, `number`, `owner_ref`, `position`, `postmortem_id`, `priority`, `revision`, `status`, `status_reason`, `title`, `title_key`, `updated_at`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning `id`
insert into `catalog_absences` (`entity_ref`, `last_missed_at`, `missing_since`) values (?, ?, ?) on conflict (`entity_ref`) do update set `entity_ref` = excluded.`entity_ref`, `last_missed_at` = excluded.`last_missed_at`, `missing_since` = excluded.`missing_since`
insert into `compliance_exceptions` (`actor_ref`, `after`, `at`, `before`, `due_after`, `due_before`, `field`, `kind`, `postmortem_id`, `reason`, `status_after`, `status_before`, `subject`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
insert into `deleted_postmortem_refs` (`deleted_postmortem_id`, `field`, `position`, `ref`) select ? as `deleted_postmortem_id`, ? as `field`, ? as `position`, ? as `ref` union all select ? as `deleted_postmortem_id`, ? as `field`, ? as `position`, ? as `ref`
insert into `deleted_postmortems` (`compliance_status`, `deleted_at`, `deleted_by`, `due_at`, `governing_severity`, `id`, `merged`, `published_at`, `purge_at`, `reason`, `resolved_at`, `snapshot`, `started_at`, `successor`, `title`, `visibility`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
insert into `incident_changes` (`at`, `change`, `change_key`, `incident_id`, `kind`) select ? as `at`, ? as `change`, ? as `change_key`, ? as `incident_id`, ? as `kind` union all select ? as `at`, ? as `change`, ? as `change_key`, ? as `incident_id`, ? as `kind` union all select ? as `at`, ? as `change`, ? as `change_key`, ? as `incident_id`, ? as `kind` union all select ? as `at`, ? as `change`, ? as `change_key`, ? as `incident_id`, ? as `kind` union all select ? as `at`, ? as `change`, ? as `change_key`, ? as `incident_id`, ? as `kind` union all select ? as `at`, ? as `change`, ? as `change_key`, ? as `incident_id`, ? as `kind` where true on conflict (`incident_id`, `change_key`) do update set `at` = `excluded`.`at` where incident_changes.at > excluded.at
insert into `incident_changes` (`at`, `change`, `change_key`, `incident_id`, `kind`) select ? as `at`, ? as `change`, ? as `change_key`, ? as `incident_id`, ? as `kind` union all select ? as `at`, ? as `change`, ? as `change_key`, ? as `incident_id`, ? as `kind` union all select ? as `at`, ? as `change`, ? as `change_key`, ? as `incident_id`, ? as `kind` union all select ? as `at`, ? as `change`, ? as `change_key`, ? as `incident_id`, ? as `kind` where true on conflict (`incident_id`, `change_key`) do update set `at` = `excluded`.`at` where incident_changes.at > excluded.at
insert into `incident_deliveries` (`attempts`, `body`, `delivery_key`, `due_at`, `kind`, `received_at`, `source`, `status`) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (`source`, `delivery_key`) do nothing returning `id`
insert into `incident_entities` (`entity_ref`, `incident_id`, `position`) values (?, ?, ?)
insert into `incident_lines` (`incident_id`, `line_key`, `timeline_event_id`) values (?, ?, ?)
insert into `incident_mappings` (`created_at`, `created_by`, `kind`, `source`, `targets`, `word`, `word_key`) values (?, ?, ?, ?, ?, ?, ?) on conflict (`source`, `kind`, `word_key`) do update set `created_at` = excluded.`created_at`, `created_by` = excluded.`created_by`, `kind` = excluded.`kind`, `source` = excluded.`source`, `targets` = excluded.`targets`, `word` = excluded.`word`, `word_key` = excluded.`word_key`
insert into `incident_rejections` (`last_at`, `rejected`, `source`) values (?, ?, ?) on conflict (`source`) do update set `rejected` = `incident_rejections`.`rejected` + 1,`last_at` = ?
insert into `incident_shared_addresses` (`address`, `incident_id`, `source`, `user_refs`) values (?, ?, ?, ?)
insert into `incident_teams` (`incident_id`, `team_ref`) values (?, ?)
insert into `incident_unmapped` (`incident_id`, `service`, `source`, `what`, `word`) select ? as `incident_id`, ? as `service`, ? as `source`, ? as `what`, ? as `word` union all select ? as `incident_id`, ? as `service`, ? as `source`, ? as `what`, ? as `word` where true on conflict (`incident_id`, `what`, `word`) do nothing
insert into `incidents` (`attempts`, `changes`, `declared_at`, `disposition`, `due_at`, `incident_key`, `incomplete`, `source`, `started_at`, `title`, `updated_at`, `visibility`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (`source`, `incident_key`) do update set `changes` = `incidents`.`changes` + 1,`attempts` = ?,`due_at` = ?,`updated_at` = ?,`declared_at` = ? returning `id`
insert into `postmortem_comments` (`anchor`, `author_ref`, `created_at`, `edited_at`, `markdown`, `postmortem_id`, `resolved_at`, `resolved_by`, `revision`) values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning *
insert into `postmortem_contributing_factors` (`category`, `description`, `postmortem_id`, `revision`, `title`, `title_key`) values (?, ?, ?, ?, ?, ?) returning *
insert into `postmortem_contributors` (`position`, `postmortem_id`, `role`, `user_ref`) select ? as `position`, ? as `postmortem_id`, ? as `role`, ? as `user_ref` union all select ? as `position`, ? as `postmortem_id`, ? as `role`, ? as `user_ref`
insert into `postmortem_entities` (`entity_ref`, `position`, `postmortem_id`) select ? as `entity_ref`, ? as `position`, ? as `postmortem_id` union all select ? as `entity_ref`, ? as `position`, ? as `postmortem_id`
insert into `postmortem_entities` (`entity_ref`, `position`, `postmortem_id`) values (?, ?, ?)
insert into `postmortem_feeds` (`created_at`, `entity_ref`, `team_ref`, `token_hash`, `user_ref`) values (?, ?, ?, ?, ?) returning *
insert into `postmortem_history` (`action`, `actor_ref`, `after`, `at`, `before`, `field`, `postmortem_id`, `reason`, `restored_from`) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
insert into `postmortem_involvement` (`at`, `cycle`, `involvement`, `postmortem_id`, `user_ref`) values (?, ?, ?, ?, ?) on conflict (`postmortem_id`, `user_ref`, `cycle`, `involvement`) do nothing
insert into `postmortem_labels` (`label`, `postmortem_id`) select ? as `label`, ? as `postmortem_id` union all select ? as `label`, ? as `postmortem_id`
insert into `postmortem_live_documents` (`last_seq`, `postmortem_id`, `section_key`, `section_revision`, `snapshot`, `snapshot_seq`, `written_seq`) values (?, ?, ?, ?, ?, ?, ?) returning *
insert into `postmortem_live_updates` (`actor_ref`, `generation`, `postmortem_id`, `seq`, `update`) values (?, ?, ?, ?, ?)
insert into `postmortem_mentions` (`comment_id`, `postmortem_id`, `user_ref`) values (?, ?, ?)
insert into `postmortem_messages` (`about`, `action_item`, `created_at`, `details`, `kind`, `postmortem_id`, `reason`, `recipient_ref`, `send_at`, `state`) select ? as `about`, ? as `action_item`, ? as `created_at`, ? as `details`, ? as `kind`, ? as `postmortem_id`, ? as `reason`, ? as `recipient_ref`, ? as `send_at`, ? as `state` union all select ? as `about`, ? as `action_item`, ? as `created_at`, ? as `details`, ? as `kind`, ? as `postmortem_id`, ? as `reason`, ? as `recipient_ref`, ? as `send_at`, ? as `state` where true on conflict (`reason`, `recipient_ref`) do nothing
insert into `postmortem_messages` (`about`, `action_item`, `created_at`, `details`, `kind`, `postmortem_id`, `reason`, `recipient_ref`, `send_at`, `state`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (`reason`, `recipient_ref`) do nothing
insert into `postmortem_messages` (`about`, `action_item`, `created_at`, `details`, `kind`, `postmortem_id`, `reason`, `recipient_ref`, `send_at`, `state`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (`reason`, `recipient_ref`) do nothing returning `id`
insert into `postmortem_outbox` (`event`) select ? as `event` union all select ? as `event`
insert into `postmortem_outbox` (`event`) values (?)
insert into `postmortem_presence` (`expires_at`, `postmortem_id`, `section_key`, `tab_id`, `user_ref`) select ? as `expires_at`, ? as `postmortem_id`, ? as `section_key`, ? as `tab_id`, ? as `user_ref` union all select ? as `expires_at`, ? as `postmortem_id`, ? as `section_key`, ? as `tab_id`, ? as `user_ref` where true on conflict (`postmortem_id`, `user_ref`, `tab_id`, `section_key`) do update set `expires_at` = excluded.`expires_at`
insert into `postmortem_reminders` (`look_at`, `postmortem_id`) values (?, ?) on conflict (`postmortem_id`) do update set `look_at` = excluded.`look_at`, `postmortem_id` = excluded.`postmortem_id`
insert into `postmortem_reminders` (`postmortem_id`, `look_at`) select `id`, ? from `postmortems` where `resolved_at` is null and `id` not in (select `postmortem_id` from `postmortem_reminders`)
insert into `postmortem_reviewers` (`position`, `postmortem_id`, `reviewer_ref`) select ? as `position`, ? as `postmortem_id`, ? as `reviewer_ref` union all select ? as `position`, ? as `postmortem_id`, ? as `reviewer_ref`
insert into `postmortem_reviewers` (`position`, `postmortem_id`, `reviewer_ref`) select ? as `position`, ? as `postmortem_id`, ? as `reviewer_ref` union all select ? as `position`, ? as `postmortem_id`, ? as `reviewer_ref` union all select ? as `position`, ? as `postmortem_id`, ? as `reviewer_ref`
insert into `postmortem_reviews` (`comment`, `content_revision`, `dismissal_reason`, `dismissed_at`, `dismissed_by`, `lapse`, `lapsed_at`, `postmortem_id`, `reviewed_at`, `reviewer_ref`, `verdict`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (`postmortem_id`, `reviewer_ref`) do update set `comment` = excluded.`comment`, `content_revision` = excluded.`content_revision`, `dismissal_reason` = excluded.`dismissal_reason`, `dismissed_at` = excluded.`dismissed_at`, `dismissed_by` = excluded.`dismissed_by`, `lapse` = excluded.`lapse`, `lapsed_at` = excluded.`lapsed_at`, `postmortem_id` = excluded.`postmortem_id`, `reviewed_at` = excluded.`reviewed_at`, `reviewer_ref` = excluded.`reviewer_ref`, `verdict` = excluded.`verdict`
insert into `postmortem_sections` (`authorship`, `markdown`, `postmortem_id`, `revision`, `section_key`, `updated_at`, `updated_by`) values (?, ?, ?, ?, ?, ?, ?) on conflict (`postmortem_id`, `section_key`) do update set `authorship` = excluded.`authorship`, `markdown` = excluded.`markdown`, `postmortem_id` = excluded.`postmortem_id`, `revision` = excluded.`revision`, `section_key` = excluded.`section_key`, `updated_at` = excluded.`updated_at`, `updated_by` = excluded.`updated_by`
insert into `postmortem_teams` (`postmortem_id`, `team_ref`) select ? as `postmortem_id`, ? as `team_ref` union all select ? as `postmortem_id`, ? as `team_ref`
insert into `postmortem_teams` (`postmortem_id`, `team_ref`) values (?, ?)
insert into `postmortem_timeline_events` (`kind`, `link`, `occurred_at`, `postmortem_id`, `revision`, `text`) values (?, ?, ?, ?, ?, ?) returning *
insert into `postmortem_watchers` (`postmortem_id`, `user_ref`) values (?, ?) on conflict (`postmortem_id`, `user_ref`) do nothing
insert into `postmortems` (`attached_at`, `calendar`, `claimed`, `commander_ref`, `completed_at`, `content_revision`, `created_at`, `created_by`, `cycle`, `deadline`, `deletions`, `detected_at`, `due_at`, `due_order`, `edited`, `exceptions`, `extension`, `fact_entries`, `governing_rank`, `governing_severity`, `import_key`, `imported`, `links`, `meeting`, `meeting_held_at`, `mitigated_at`, `no_action_items_reason`, `origin`, `outcome`, `owner_acknowledged_at`, `owner_pending_since`, `owner_ref`, `owner_suggestion`, `publications`, `published_at`, `related`, `related_revision`, `required`, `resolved_at`, `revision`, `severity`, `severity_history`, `started_at`, `status`, `teamless`, `title`, `title_key`, `updated_at`, `visibility`, `waived_until`, `waiver`, `warn_at`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning `id`
insert into `search_parts` (`hash`, `key`, `kind`, `postmortem_id`, `row_id`, `slot`, `weight`) select ? as `hash`, ? as `key`, ? as `kind`, ? as `postmortem_id`, ? as `row_id`, ? as `slot`, ? as `weight` union all select ? as `hash`, ? as `key`, ? as `kind`, ? as `postmortem_id`, ? as `row_id`, ? as `slot`, ? as `weight`
insert into `search_parts` (`hash`, `key`, `kind`, `postmortem_id`, `row_id`, `slot`, `weight`) select ? as `hash`, ? as `key`, ? as `kind`, ? as `postmortem_id`, ? as `row_id`, ? as `slot`, ? as `weight` union all select ? as `hash`, ? as `key`, ? as `kind`, ? as `postmortem_id`, ? as `row_id`, ? as `slot`, ? as `weight` union all select ? as `hash`, ? as `key`, ? as `kind`, ? as `postmortem_id`, ? as `row_id`, ? as `slot`, ? as `weight`
insert into `search_parts` (`hash`, `key`, `kind`, `postmortem_id`, `row_id`, `slot`, `weight`) values (?, ?, ?, ?, ?, ?, ?)
insert into `team_ancestors` (`ancestor_ref`, `team_ref`) select ? as `ancestor_ref`, ? as `team_ref` union all select ? as `ancestor_ref`, ? as `team_ref` where true on conflict (`ancestor_ref`, `team_ref`) do nothing
insert into `team_ancestors` (`ancestor_ref`, `team_ref`) values (?, ?) on conflict (`ancestor_ref`, `team_ref`) do nothing
insert into search_text (rowid, words) values (? * 1048576 + ?, ?)
select * from `action_item_teams`
select * from `action_item_teams` where 1 = ?
select * from `action_item_tickets`
select * from `action_item_tickets` where 1 = ?
select * from `action_item_tickets` where `action_item_id` = ? and `tracker` = ? and `linked` = ? and `claimed_by` = ? limit ?
select * from `action_item_tickets` where `action_item_id` = ? and `tracker` = ? limit ?
select * from `action_items`
select * from `action_items` where `postmortem_id` in (?)
select * from `catalog_absences`
select * from `compliance_exceptions`
select * from `compliance_exceptions` where `postmortem_id` in (?)
select * from `deleted_postmortem_refs`
select * from `deleted_postmortems`
select * from `group_changes` order by `id` asc
select * from `incident_changes`
select * from `incident_changes` where `incident_id` = ?
select * from `incident_deliveries`
select * from `incident_deliveries` where (`claimed_until` is null or `claimed_until` <= ? or `claimed_until` > ?) and `source` in (?) and (`due_at` <= ? or `due_at` > ?) order by `due_at` asc, `id` asc limit ?
select * from `incident_entities`
select * from `incident_entities` where `incident_id` in (?) order by `position` asc
select * from `incident_lines`
select * from `incident_lines` where 1 = ?
select * from `incident_lines` where `incident_id` = ?
select * from `incident_mappings`
select * from `incident_mappings` order by `source` asc, `kind` asc, `word_key` asc
select * from `incident_mappings` where `source` = ? order by `source` asc, `kind` asc, `word_key` asc
select * from `incident_rejections`
select * from `incident_shared_addresses`
select * from `incident_teams`
select * from `incident_teams` where `incident_id` in (?) order by `team_ref` asc
select * from `incident_unmapped`
select * from `incident_unmapped` where `incident_id` in (?) order by `word` asc
select * from `incidents`
select * from `incidents` where `id` in (?)
select * from `incidents` where `postmortem_id` = ? order by `id` asc
select * from `incidents` where `source` = ? and `merged_into` in (?) order by `id` asc
select * from `postmortem_comments`
select * from `postmortem_comments` where `id` = ? and `postmortem_id` = ? limit ?
select * from `postmortem_comments` where `postmortem_id` = ? order by `id` asc, `id` asc limit ?
select * from `postmortem_comments` where `postmortem_id` in (?)
select * from `postmortem_contributing_factors`
select * from `postmortem_contributing_factors` where `postmortem_id` = ? order by `id` asc
select * from `postmortem_contributing_factors` where `postmortem_id` in (?)
select * from `postmortem_contributors`
select * from `postmortem_contributors` where `postmortem_id` in (?)
select * from `postmortem_entities`
select * from `postmortem_entities` where `postmortem_id` in (?)
select * from `postmortem_entities` where `postmortem_id` in (?) order by `position` asc
select * from `postmortem_feeds`
select * from `postmortem_feeds` where `user_ref` = ? order by `id` desc
select * from `postmortem_history`
select * from `postmortem_history` where `id` = ? and `postmortem_id` = ? and `field` = ? and `action` in (?, ?) limit ?
select * from `postmortem_history` where `postmortem_id` = ? and `action` in (?, ?) and `field` in (?) order by `id` asc
select * from `postmortem_history` where `postmortem_id` = ? order by `id` desc limit ?
select * from `postmortem_history` where `postmortem_id` = ? order by `id` desc, `id` desc limit ?
select * from `postmortem_history` where `postmortem_id` in (?)
select * from `postmortem_involvement`
select * from `postmortem_involvement` where `postmortem_id` = ?
select * from `postmortem_involvement` where `postmortem_id` = ? and `cycle` = ?
select * from `postmortem_involvement` where `postmortem_id` in (?)
select * from `postmortem_labels`
select * from `postmortem_labels` where `postmortem_id` in (?)
select * from `postmortem_live_documents`
select * from `postmortem_live_documents` where `postmortem_id` = ? and `section_key` = ? limit ?
select * from `postmortem_live_updates`
select * from `postmortem_live_updates` where `generation` = ? and `seq` > ? order by `seq` asc
select * from `postmortem_mentions`
select * from `postmortem_mentions` where `postmortem_id` in (?)
select * from `postmortem_messages`
select * from `postmortem_messages` where (`claimed_until` is null or `claimed_until` <= ? or `claimed_until` > ?) and `state` = ? and `kind` in (?, ?) and (`send_at` <= ? or `send_at` > ?) order by `send_at` asc, `id` asc limit ?
select * from `postmortem_messages` where `postmortem_id` in (?)
select * from `postmortem_messages` where `recipient_ref` = ? and `state` = ? and `kind` = ? and `about` = ? and `send_at` > ? order by `send_at` asc, `id` asc
select * from `postmortem_outbox`
select * from `postmortem_presence`
select * from `postmortem_presence` where `postmortem_id` = ? and `expires_at` > ? order by `user_ref` asc, `tab_id` asc, `section_key` asc limit ?
select * from `postmortem_reminders`
select * from `postmortem_reminders` where `postmortem_id` in (?)
select * from `postmortem_reviewers`
select * from `postmortem_reviewers` where `postmortem_id` in (?)
select * from `postmortem_reviews`
select * from `postmortem_reviews` where `postmortem_id` in (?)
select * from `postmortem_sections`
select * from `postmortem_sections` where `postmortem_id` = ?
select * from `postmortem_sections` where `postmortem_id` = ? and `section_key` = ? limit ?
select * from `postmortem_sections` where `postmortem_id` in (?)
select * from `postmortem_teams`
select * from `postmortem_teams` where `postmortem_id` in (?)
select * from `postmortem_timeline_events`
select * from `postmortem_timeline_events` where `postmortem_id` = ? order by `occurred_at` asc, `id` asc
select * from `postmortem_timeline_events` where `postmortem_id` in (?)
select * from `postmortem_watchers`
select * from `postmortem_watchers` where `postmortem_id` in (?)
select * from `postmortems`
select * from `postmortems` where `id` = ?
select * from `postmortems` where `id` in (?)
select * from `postmortems` where `id` in (?, ?, ?, ?, ?, ?, ?)
select * from `postmortems` where `import_key` = ? order by `id` asc
select * from `team_ancestors`
select 1 from search_text where search_text match ? and rowid between ? * 1048576 and ? * 1048576 + 1048575 limit 1 offset 3000
select `action_item_id`, `team_ref` from `action_item_teams` where 1 = ? and `is_owner` = ? order by `team_ref` asc
select `action_item_id`, `team_ref` from `action_item_teams` where `action_item_id` in (?) and `is_owner` = ? order by `team_ref` asc
select `action_item_id`, `team_ref` from `action_item_teams` where `action_item_id` in (?, ?, ?, ?) and `is_owner` = ? order by `team_ref` asc
select `action_item_id`, `tracker` from `action_item_tickets` where `linked` = ? and `next_attempt_at` <= ? and (`claimed_until` is null or `claimed_until` <= ?) order by `next_attempt_at` asc limit ?
select `action_items`.*, `governing_severity`, `visibility`, `related`, `related_revision`, `calendar`, `postmortems`.`started_at` as `postmortem_started_at`, `postmortems`.`title` as `postmortem_title`, `postmortems`.`revision` as `postmortem_revision`, `ticket`.`action_item_id` as `its_action_item_id`, `ticket`.`tracker` as `its_tracker`, `ticket`.`linked` as `its_linked`, `ticket`.`project` as `its_project`, `ticket`.`idempotency_key` as `its_idempotency_key`, `ticket`.`first_attempt_at` as `its_first_attempt_at`, `ticket`.`ticket_key` as `its_ticket_key`, `ticket`.`url` as `its_url`, `ticket`.`status` as `its_status`, `ticket`.`status_name` as `its_status_name`, `ticket`.`followed_status` as `its_followed_status`, `ticket`.`wanted_status` as `its_wanted_status`, `ticket`.`sync` as `its_sync`, `ticket`.`failures` as `its_failures`, `ticket`.`error` as `its_error`, `ticket`.`synced_at` as `its_synced_at`, `ticket`.`next_attempt_at` as `its_next_attempt_at` from `action_items` left join action_item_tickets as ticket on ticket.action_item_id = action_items.id and ticket.linked inner join `postmortems` on `postmortems`.`id` = `action_items`.`postmortem_id` where (postmortems.visibility in (?) or ((postmortems.owner_ref is not null and postmortems.owner_ref in (?)) or ((postmortems.commander_ref is not null and postmortems.commander_ref in (?)) or exists (select 1 from postmortem_contributors where postmortem_contributors.postmortem_id = postmortems.id and postmortem_contributors.user_ref in (?))) or exists (select 1 from postmortem_reviewers where postmortem_reviewers.postmortem_id = postmortems.id and postmortem_reviewers.reviewer_ref in (?)) or exists (select 1 from postmortem_teams where postmortem_teams.postmortem_id = postmortems.id and postmortem_teams.team_ref in (?)))) and `action_items`.`status` in (?, ?, ?, ?, ?) order by `action_items`.`due_order` asc, `action_items`.`id` asc limit ?
select `action_items`.*, `ticket`.`action_item_id` as `its_action_item_id`, `ticket`.`tracker` as `its_tracker`, `ticket`.`linked` as `its_linked`, `ticket`.`project` as `its_project`, `ticket`.`idempotency_key` as `its_idempotency_key`, `ticket`.`first_attempt_at` as `its_first_attempt_at`, `ticket`.`ticket_key` as `its_ticket_key`, `ticket`.`url` as `its_url`, `ticket`.`status` as `its_status`, `ticket`.`status_name` as `its_status_name`, `ticket`.`followed_status` as `its_followed_status`, `ticket`.`wanted_status` as `its_wanted_status`, `ticket`.`sync` as `its_sync`, `ticket`.`failures` as `its_failures`, `ticket`.`error` as `its_error`, `ticket`.`synced_at` as `its_synced_at`, `ticket`.`next_attempt_at` as `its_next_attempt_at` from `action_items` left join action_item_tickets as ticket on ticket.action_item_id = action_items.id and ticket.linked where `id` in (?)
select `action_items`.*, `ticket`.`action_item_id` as `its_action_item_id`, `ticket`.`tracker` as `its_tracker`, `ticket`.`linked` as `its_linked`, `ticket`.`project` as `its_project`, `ticket`.`idempotency_key` as `its_idempotency_key`, `ticket`.`first_attempt_at` as `its_first_attempt_at`, `ticket`.`ticket_key` as `its_ticket_key`, `ticket`.`url` as `its_url`, `ticket`.`status` as `its_status`, `ticket`.`status_name` as `its_status_name`, `ticket`.`followed_status` as `its_followed_status`, `ticket`.`wanted_status` as `its_wanted_status`, `ticket`.`sync` as `its_sync`, `ticket`.`failures` as `its_failures`, `ticket`.`error` as `its_error`, `ticket`.`synced_at` as `its_synced_at`, `ticket`.`next_attempt_at` as `its_next_attempt_at` from `action_items` left join action_item_tickets as ticket on ticket.action_item_id = action_items.id and ticket.linked where `postmortem_id` = ? and `number` = ? limit ?
select `action_items`.*, `ticket`.`action_item_id` as `its_action_item_id`, `ticket`.`tracker` as `its_tracker`, `ticket`.`linked` as `its_linked`, `ticket`.`project` as `its_project`, `ticket`.`idempotency_key` as `its_idempotency_key`, `ticket`.`first_attempt_at` as `its_first_attempt_at`, `ticket`.`ticket_key` as `its_ticket_key`, `ticket`.`url` as `its_url`, `ticket`.`status` as `its_status`, `ticket`.`status_name` as `its_status_name`, `ticket`.`followed_status` as `its_followed_status`, `ticket`.`wanted_status` as `its_wanted_status`, `ticket`.`sync` as `its_sync`, `ticket`.`failures` as `its_failures`, `ticket`.`error` as `its_error`, `ticket`.`synced_at` as `its_synced_at`, `ticket`.`next_attempt_at` as `its_next_attempt_at` from `action_items` left join action_item_tickets as ticket on ticket.action_item_id = action_items.id and ticket.linked where `postmortem_id` = ? order by `position` asc, `id` asc
select `action_items`.*, `ticket`.`action_item_id` as `its_action_item_id`, `ticket`.`tracker` as `its_tracker`, `ticket`.`linked` as `its_linked`, `ticket`.`project` as `its_project`, `ticket`.`idempotency_key` as `its_idempotency_key`, `ticket`.`first_attempt_at` as `its_first_attempt_at`, `ticket`.`ticket_key` as `its_ticket_key`, `ticket`.`url` as `its_url`, `ticket`.`status` as `its_status`, `ticket`.`status_name` as `its_status_name`, `ticket`.`followed_status` as `its_followed_status`, `ticket`.`wanted_status` as `its_wanted_status`, `ticket`.`sync` as `its_sync`, `ticket`.`failures` as `its_failures`, `ticket`.`error` as `its_error`, `ticket`.`synced_at` as `its_synced_at`, `ticket`.`next_attempt_at` as `its_next_attempt_at` from `action_items` left join action_item_tickets as ticket on ticket.action_item_id = action_items.id and ticket.linked where `postmortem_id` in (?) order by `postmortem_id` asc, `position` asc, `id` asc
select `author_ref`, max(`id`) as `id` from `postmortem_comments` where `postmortem_id` = ? and `anchor` = ? group by `author_ref`
select `author_ref`, max(`id`) as `id` from `postmortem_comments` where `postmortem_id` = ? and `anchor` is null group by `author_ref`
select `cycle` from `postmortems` where `id` = ? and `owner_ref` = ? limit ?
select `exceptions` from `postmortems` where `id` = ? limit ?
select `id` from `incidents` where (`claimed_until` is null or `claimed_until` <= ? or `claimed_until` > ?) and `source` in (?) and (`due_at` <= ? or `due_at` > ?) order by `due_at` asc, `id` asc limit ?
select `id` from `incidents` where 1 = ? order by `id` asc
select `id` from `incidents` where `id` in (?) order by `id` asc
select `id` from `postmortems` where (not `status` = ? or `id` in (select `postmortem_id` from `action_items` where `closed_at` is null)) and `id` > ? order by `id` asc limit ?
select `id`, `author_ref`, `markdown` from `postmortem_comments` where `postmortem_id` = ? and `anchor` = ? and `resolved_at` is null and (`markdown` like ? or `markdown` like ?)
select `id`, `author_ref`, `markdown` from `postmortem_comments` where `postmortem_id` = ? and `anchor` is null and `resolved_at` is null and (`markdown` like ? or `markdown` like ?)
select `id`, `base` from `incidents` where `postmortem_id` = ? order by `id` asc
select `id`, `event` from `postmortem_outbox` where (`claimed_until` is null or `claimed_until` <= ? or `claimed_until` > ?) order by `id` asc limit ?
select `id`, `postmortem_id` from `action_items` where `postmortem_id` in (?, ?, ?, ?, ?, ?, ?) and `closed_at` is null
select `id`, `title`, `links`, `no_action_items_reason` from `postmortems` where `id` in (?)
select `name` from `sqlite_master` where `type` = ? order by `rowid` asc
select `postmortem_id` from `postmortem_reminders` where `look_at` <= ? order by `look_at` asc, `postmortem_id` asc limit ?
select `postmortem_id` from `postmortem_reminders` where `postmortem_id` = ? and `look_at` <= ? limit ?
select `postmortem_id`, `reviewer_ref`, `comment`, `dismissal_reason` from `postmortem_reviews` where `postmortem_id` in (?)
select `postmortem_id`, `reviewer_ref`, `reviewed_at` from `postmortem_reviews` where `postmortem_id` in (?) and `verdict` = ? and `dismissed_at` is null and `lapsed_at` is null order by `postmortem_id` asc, `reviewer_ref` asc
select `postmortem_id`, `reviewer_ref`, `reviewed_at` from `postmortem_reviews` where `postmortem_id` in (?, ?, ?, ?, ?, ?, ?) and `verdict` = ? and `dismissed_at` is null and `lapsed_at` is null order by `postmortem_id` asc, `reviewer_ref` asc
select `postmortem_id`, `section_key`, `markdown` from `postmortem_sections` where `postmortem_id` in (?)
select `postmortem_id`, `user_ref` from `postmortem_watchers` where `postmortem_id` in (?) order by `user_ref` asc
select `postmortem_id`, max(`at`) as `last` from `postmortem_history` where `postmortem_id` in (?) and `action` in (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) group by `postmortem_id`
select `postmortem_id`, max(`updated_at`) as `last` from `incidents` where `postmortem_id` in (?) group by `postmortem_id`
select `postmortem_reviews`.*, (select count(*) from `postmortem_comments` where `postmortem_id` = ? and `resolved_at` is null) as `open_comments`, (select count(*) from `postmortem_watchers` where `postmortem_id` = ? and `user_ref` = ?) as `watching` from (select 1) as one left join `postmortem_reviews` on `postmortem_reviews`.`postmortem_id` = ? order by `reviewed_at` desc, `reviewer_ref` asc
select `postmortems`.`id` from `postmortems` where (postmortems.visibility in (?) or ((postmortems.owner_ref is not null and postmortems.owner_ref in (?)) or ((postmortems.commander_ref is not null and postmortems.commander_ref in (?)) or exists (select 1 from postmortem_contributors where postmortem_contributors.postmortem_id = postmortems.id and postmortem_contributors.user_ref in (?))) or exists (select 1 from postmortem_reviewers where postmortem_reviewers.postmortem_id = postmortems.id and postmortem_reviewers.reviewer_ref in (?)) or exists (select 1 from postmortem_teams where postmortem_teams.postmortem_id = postmortems.id and postmortem_teams.team_ref in (?)))) and (`postmortems`.`id` in (select `postmortem_id` from `postmortem_teams` where `team_ref` in (?))) and postmortems.id in (select search_text.rowid / 1048576 from search_text where search_text match ?) order by `postmortems`.`id` desc limit ?
select `postmortems`.`id`, `postmortems`.`title`, `postmortems`.`title_key`, `postmortems`.`severity_history`, `postmortems`.`governing_severity`, `postmortems`.`governing_rank`, `postmortems`.`outcome`, `postmortems`.`started_at`, `postmortems`.`detected_at`, `postmortems`.`mitigated_at`, `postmortems`.`resolved_at`, `postmortems`.`owner_ref`, `postmortems`.`owner_acknowledged_at`, `postmortems`.`commander_ref`, `postmortems`.`status`, `postmortems`.`published_at`, `postmortems`.`completed_at`, `postmortems`.`required`, `postmortems`.`due_at`, `postmortems`.`due_order`, `postmortems`.`warn_at`, `postmortems`.`visibility`, `postmortems`.`waiver`, `postmortems`.`extension`, `postmortems`.`calendar`, `postmortems`.`related`, `postmortems`.`related_revision`, `postmortems`.`edited`, `postmortems`.`claimed`, `postmortems`.`origin`, `postmortems`.`exceptions`, `postmortems`.`revision`, `postmortems`.`created_at`, `postmortems`.`updated_at` from `postmortems` where (postmortems.visibility in (?) or ((postmortems.owner_ref is not null and postmortems.owner_ref in (?)) or ((postmortems.commander_ref is not null and postmortems.commander_ref in (?)) or exists (select 1 from postmortem_contributors where postmortem_contributors.postmortem_id = postmortems.id and postmortem_contributors.user_ref in (?))) or exists (select 1 from postmortem_reviewers where postmortem_reviewers.postmortem_id = postmortems.id and postmortem_reviewers.reviewer_ref in (?)) or exists (select 1 from postmortem_teams where postmortem_teams.postmortem_id = postmortems.id and postmortem_teams.team_ref in (?)))) and `postmortems`.`resolved_at` is null order by `postmortems`.`started_at` desc, `postmortems`.`id` desc limit ?
select `postmortems`.`id`, `postmortems`.`title`, `postmortems`.`title_key`, `postmortems`.`severity_history`, `postmortems`.`governing_severity`, `postmortems`.`governing_rank`, `postmortems`.`outcome`, `postmortems`.`started_at`, `postmortems`.`detected_at`, `postmortems`.`mitigated_at`, `postmortems`.`resolved_at`, `postmortems`.`owner_ref`, `postmortems`.`owner_acknowledged_at`, `postmortems`.`commander_ref`, `postmortems`.`status`, `postmortems`.`published_at`, `postmortems`.`completed_at`, `postmortems`.`required`, `postmortems`.`due_at`, `postmortems`.`due_order`, `postmortems`.`warn_at`, `postmortems`.`visibility`, `postmortems`.`waiver`, `postmortems`.`extension`, `postmortems`.`calendar`, `postmortems`.`related`, `postmortems`.`related_revision`, `postmortems`.`edited`, `postmortems`.`claimed`, `postmortems`.`origin`, `postmortems`.`exceptions`, `postmortems`.`revision`, `postmortems`.`created_at`, `postmortems`.`updated_at` from `postmortems` where (postmortems.visibility in (?) or ((postmortems.owner_ref is not null and postmortems.owner_ref in (?)) or ((postmortems.commander_ref is not null and postmortems.commander_ref in (?)) or exists (select 1 from postmortem_contributors where postmortem_contributors.postmortem_id = postmortems.id and postmortem_contributors.user_ref in (?))) or exists (select 1 from postmortem_reviewers where postmortem_reviewers.postmortem_id = postmortems.id and postmortem_reviewers.reviewer_ref in (?)) or exists (select 1 from postmortem_teams where postmortem_teams.postmortem_id = postmortems.id and postmortem_teams.team_ref in (?)))) order by `postmortems`.`started_at` desc, `postmortems`.`id` desc limit ?
select `postmortems`.`id`, `postmortems`.`title`, `postmortems`.`title_key`, `postmortems`.`severity_history`, `postmortems`.`governing_severity`, `postmortems`.`governing_rank`, `postmortems`.`outcome`, `postmortems`.`started_at`, `postmortems`.`detected_at`, `postmortems`.`mitigated_at`, `postmortems`.`resolved_at`, `postmortems`.`owner_ref`, `postmortems`.`owner_acknowledged_at`, `postmortems`.`commander_ref`, `postmortems`.`status`, `postmortems`.`published_at`, `postmortems`.`completed_at`, `postmortems`.`required`, `postmortems`.`due_at`, `postmortems`.`due_order`, `postmortems`.`warn_at`, `postmortems`.`visibility`, `postmortems`.`waiver`, `postmortems`.`extension`, `postmortems`.`calendar`, `postmortems`.`related`, `postmortems`.`related_revision`, `postmortems`.`edited`, `postmortems`.`claimed`, `postmortems`.`origin`, `postmortems`.`exceptions`, `postmortems`.`revision`, `postmortems`.`created_at`, `postmortems`.`updated_at` from `postmortems` where `id` in (?)
select `section_key` from `postmortem_live_documents` where `postmortem_id` = ? and `pending_since` is not null order by `section_key` asc
select `section_key`, `markdown`, `authorship` from `postmortem_sections` where `postmortem_id` = ? and not `markdown` = ? order by `section_key` asc
select `slot`, `kind`, `key`, `hash` from `search_parts` where `postmortem_id` = ?
select `team_ref`, `ancestor_ref` from `team_ancestors`
select `type`, `name`, `tbl_name`, replace(sql, '"', '`') as `sql` from `sqlite_master` order by `type` asc, `name` asc
select `user_ref`, max(`cycle`) as `cycle` from `postmortem_involvement` where `postmortem_id` = ? group by `user_ref`
select `visibility` from `postmortems` where `id` = ? limit ?
select count(*) as `count` from (select `action_items`.`id` from `action_items` inner join `postmortems` on `postmortems`.`id` = `action_items`.`postmortem_id` where (postmortems.visibility in (?) or ((postmortems.owner_ref is not null and postmortems.owner_ref in (?)) or ((postmortems.commander_ref is not null and postmortems.commander_ref in (?)) or exists (select 1 from postmortem_contributors where postmortem_contributors.postmortem_id = postmortems.id and postmortem_contributors.user_ref in (?))) or exists (select 1 from postmortem_reviewers where postmortem_reviewers.postmortem_id = postmortems.id and postmortem_reviewers.reviewer_ref in (?)) or exists (select 1 from postmortem_teams where postmortem_teams.postmortem_id = postmortems.id and postmortem_teams.team_ref in (?)))) and `action_items`.`status` in (?, ?, ?, ?, ?) limit ?) as `matching`
select count(*) as `count` from (select `id` from `postmortem_comments` where `postmortem_id` = ? limit ?) as `matching`
select count(*) as `count` from (select `id` from `postmortem_history` where `postmortem_id` = ? limit ?) as `matching`
select count(*) as `count` from (select `postmortems`.`id` from `postmortems` where (postmortems.visibility in (?) or ((postmortems.owner_ref is not null and postmortems.owner_ref in (?)) or ((postmortems.commander_ref is not null and postmortems.commander_ref in (?)) or exists (select 1 from postmortem_contributors where postmortem_contributors.postmortem_id = postmortems.id and postmortem_contributors.user_ref in (?))) or exists (select 1 from postmortem_reviewers where postmortem_reviewers.postmortem_id = postmortems.id and postmortem_reviewers.reviewer_ref in (?)) or exists (select 1 from postmortem_teams where postmortem_teams.postmortem_id = postmortems.id and postmortem_teams.team_ref in (?)))) and `postmortems`.`resolved_at` is null limit ?) as `matching`
select count(*) as `count` from (select `postmortems`.`id` from `postmortems` where (postmortems.visibility in (?) or ((postmortems.owner_ref is not null and postmortems.owner_ref in (?)) or ((postmortems.commander_ref is not null and postmortems.commander_ref in (?)) or exists (select 1 from postmortem_contributors where postmortem_contributors.postmortem_id = postmortems.id and postmortem_contributors.user_ref in (?))) or exists (select 1 from postmortem_reviewers where postmortem_reviewers.postmortem_id = postmortems.id and postmortem_reviewers.reviewer_ref in (?)) or exists (select 1 from postmortem_teams where postmortem_teams.postmortem_id = postmortems.id and postmortem_teams.team_ref in (?)))) limit ?) as `matching`
select count(*) as `count` from (select `team_ref` from `postmortem_teams` where `team_ref` in (?) limit ?) as `rows`
select count(*) as `count` from `incident_deliveries` where `due_at` <= ?
select count(*) as `count` from `incidents` where `due_at` <= ?
select count(*) as `count` from `postmortem_comments` where `postmortem_id` = ?
select count(*) as `count` from `postmortem_contributing_factors` where `postmortem_id` = ?
select count(*) as `count` from `postmortem_timeline_events` where `postmortem_id` = ?
select distinct `actor_ref` from `postmortem_history` where `postmortem_id` = ? and `action` = ?
select distinct `postmortem_id`, `owner_ref` from `action_items` where `postmortem_id` in (?, ?, ?, ?, ?, ?, ?) and `closed_at` is null and `owner_ref` is not null
select distinct `reason` from `postmortem_messages` where `postmortem_id` = ?
select distinct `recipient_ref` from `postmortem_messages` where `state` = ? and `kind` = ? and `send_at` <= ? order by `recipient_ref` asc limit ?
select distinct `team_ref` from `postmortem_teams` union select distinct `team_ref` from `action_item_teams` union select distinct `team_ref` from `incident_teams`
select distinct `user_ref`, `user_ref` from `postmortem_involvement` where `postmortem_id` = ?
select postmortem_id, slot, kind, search_parts.key, row_id, weight from search_text join search_parts on postmortem_id = search_text.rowid / 1048576 and slot = search_text.rowid % 1048576 where search_text match ? and search_text.rowid between ? * 1048576 and ? * 1048576 + 1048575 and search_text.rowid / 1048576 in (select value from json_each(?))
select search_text.rowid / 1048576 as postmortem from search_text where search_text match ? order by rowid desc limit 1 offset 2999
update `action_item_tickets` set `claimed_by` = ?, `claimed_until` = ? where `action_item_id` = ? and `tracker` = ?
update `action_item_tickets` set `claimed_by` = ?, `claimed_until` = ?, `next_attempt_at` = ? where `linked` = ? and `next_attempt_at` <= ? and (`claimed_until` is null or `claimed_until` <= ?) and `action_item_id` = ? and `tracker` = ? returning *
update `action_item_tickets` set `first_attempt_at` = ? where `action_item_id` = ? and `tracker` = ?
update `compliance_exceptions` set `postmortem_id` = ? where `postmortem_id` = ?
update `incident_deliveries` set `claimed_by` = ?, `claimed_until` = ? where `claimed_by` = ?
update `incident_deliveries` set `claimed_by` = ?, `claimed_until` = ? where `id` in (?)
update `incident_deliveries` set `status` = ?, `attempts` = ?, `error` = ?, `due_at` = ?, `finished_at` = ?, `claimed_by` = ?, `claimed_until` = ? where `id` = ? and `claimed_by` = ?
update `incident_deliveries` set `status` = ?, `attempts` = ?, `type` = ?, `error` = ?, `due_at` = ?, `finished_at` = ?, `claimed_by` = ?, `claimed_until` = ? where `id` = ? and `claimed_by` = ?
update `incidents` set `claimed_by` = ?, `claimed_until` = ? where `claimed_by` = ?
update `incidents` set `claimed_by` = ?, `claimed_until` = ? where `id` in (?)
update `incidents` set `claimed_by` = ?, `claimed_until` = ? where `id` in (?, ?)
update `incidents` set `claimed_by` = ?, `claimed_until` = ? where `id` in (?, ?, ?)
update `incidents` set `due_at` = ? where 1 = ?
update `incidents` set `due_at` = ? where `source` = ? and (`disposition` = ? or `postmortem_id` in (select `id` from `postmortems` where not `status` = ?))
update `incidents` set `postmortem_id` = ? where 1 = ?
update `incidents` set `postmortem_id` = ?, `due_at` = ? where `postmortem_id` = ?
update `incidents` set `state` = ?, `disposition` = ?, `blocked_by` = ?, `not_required_because` = ?, `incomplete` = ?, `title` = ?, `url` = ?, `started_at` = ?, `resolved_at` = ?, `governing_severity` = ?, `visibility` = ?, `merged_into` = ?, `postmortem_id` = ?, `theirs` = ?, `base` = ?, `error` = ?, `left_out` = ?, `attempts` = ?, `due_at` = ?, `claimed_by` = ?, `claimed_until` = ? where `id` = ?
update `postmortem_comments` set `anchor` = ?, `author_ref` = ?, `markdown` = ?, `created_at` = ?, `edited_at` = ?, `resolved_at` = ?, `resolved_by` = ?, `revision` = ? where `id` = ?
update `postmortem_involvement` set `cycle` = ? where `postmortem_id` = ? and `cycle` = ?
update `postmortem_live_documents` set `last_seq` = ? where `id` = ?
update `postmortem_live_documents` set `pending_since` = ? where `id` = ? and `pending_since` is null
update `postmortem_live_documents` set `section_revision` = ?, `written_seq` = ?, `pending_since` = ? where `id` = ?
update `postmortem_messages` set `claimed_by` = ?, `claimed_until` = ? where `claimed_by` = ?
update `postmortem_messages` set `claimed_by` = ?, `claimed_until` = ? where `id` in (?)
update `postmortem_messages` set `claimed_by` = ?, `claimed_until` = ? where `id` in (?, ?)
update `postmortem_messages` set `send_at` = ? where `recipient_ref` in (?) and `state` = ? and `kind` = ? and `postmortem_id` = ? and `action_item` is null and `about` = ?
update `postmortem_messages` set `state` = ? where `recipient_ref` in (?) and `state` = ? and `kind` = ? and `postmortem_id` = ? and `action_item` is null
update `postmortem_messages` set `state` = ?, `sent_at` = ? where `digest_id` = ? and `state` = ?
update `postmortem_messages` set `state` = ?, `sent_at` = ?, `claimed_by` = ?, `claimed_until` = ? where `id` = ? and `claimed_by` = ?
update `postmortem_outbox` set `claimed_until` = ? where `id` in (?)
update `postmortem_outbox` set `claimed_until` = ? where `id` in (?, ?)
update `postmortem_outbox` set `claimed_until` = ? where `id` in (?, ?, ?)
update `postmortem_reminders` set `look_at` = ? where `look_at` > ?
update `postmortem_reviews` set `dismissed_at` = ?, `dismissed_by` = ?, `dismissal_reason` = ? where `postmortem_id` = ? and `reviewer_ref` = ?
update `postmortem_reviews` set `lapsed_at` = ?, `lapse` = ? where `postmortem_id` = ? and `reviewer_ref` = ?
update `postmortems` set `action_items_numbered` = `action_items_numbered` + ? where `id` = ? returning `action_items_numbered`
update `postmortems` set `content_revision` = `content_revision` + ? where `id` = ?
update `postmortems` set `edited` = ? where `id` = ? and `edited` = ?
update `postmortems` set `exceptions` = ? where `id` = ?
update `postmortems` set `exceptions` = `exceptions` + ? where `id` = ?
update `postmortems` set `title` = ?, `title_key` = ?, `severity` = ?, `governing_severity` = ?, `governing_rank` = ?, `severity_history` = ?, `outcome` = ?, `started_at` = ?, `detected_at` = ?, `mitigated_at` = ?, `resolved_at` = ?, `meeting_held_at` = ?, `meeting` = ?, `owner_ref` = ?, `owner_acknowledged_at` = ?, `owner_pending_since` = ?, `owner_suggestion` = ?, `commander_ref` = ?, `status` = ?, `published_at` = ?, `publications` = ?, `no_action_items_reason` = ?, `visibility` = ?, `required` = ?, `completed_at` = ?, `due_at` = ?, `due_order` = ?, `warn_at` = ?, `waived_until` = ?, `deadline` = ?, `waiver` = ?, `extension` = ?, `calendar` = ?, `links` = ?, `related` = ?, `related_revision` = ?, `teamless` = ?, `import_key` = ?, `edited` = ?, `origin` = ?, `cycle` = ?, `claimed` = ?, `imported` = ?, `exceptions` = ?, `deletions` = ?, `fact_entries` = ?, `attached_at` = ?, `content_revision` = ?, `revision` = ?, `created_at` = ?, `created_by` = ?, `updated_at` = ? where `id` = ?
update `postmortems` set `updated_at` = ? where `id` = ?
with `restricted` as materialized (select `postmortems`.`id`, `teamless`, `exceptions`, 1 as `weight`, case when not postmortems.required then 'not-required' when postmortems.claimed then 'claimed' when postmortems.waived_until > ? then 'waived' when postmortems.due_at is null then 'pending' when postmortems.completed_at <= postmortems.due_at then 'met' when postmortems.completed_at is not null then 'late' when postmortems.due_at < ? then 'overdue' when postmortems.warn_at <= ? then 'due-soon' else 'on-track' end as `status`, case when origin = 'person' then 1 else 0 end as `created_by_person`, case when origin = 'import' then 1 else 0 end as `imported`, `deletions` as `deleted`, `published_at` - `resolved_at` as `publish_ms`, `started_at` as `started_ms` from `postmortems` where `postmortems`.`id` in (select `postmortems`.`id` from `postmortems` where postmortems.visibility = 'restricted' and (postmortems.visibility in (?) or ((postmortems.owner_ref is not null and postmortems.owner_ref in (?)) or ((postmortems.commander_ref is not null and postmortems.commander_ref in (?)) or exists (select 1 from postmortem_contributors where postmortem_contributors.postmortem_id = postmortems.id and postmortem_contributors.user_ref in (?))) or exists (select 1 from postmortem_reviewers where postmortem_reviewers.postmortem_id = postmortems.id and postmortem_reviewers.reviewer_ref in (?)) or exists (select 1 from postmortem_teams where postmortem_teams.postmortem_id = postmortems.id and postmortem_teams.team_ref in (?)))))), `recent` as materialized (select `group_ref`, sum(weight) as `total`, coalesce(sum(weight) filter (where status = 'not-required'), 0) as `not_required`, coalesce(sum(weight) filter (where status = 'pending'), 0) as `pending`, coalesce(sum(weight) filter (where status = 'on-track'), 0) as `on_track`, coalesce(sum(weight) filter (where status = 'due-soon'), 0) as `due_soon`, coalesce(sum(weight) filter (where status = 'overdue'), 0) as `overdue`, coalesce(sum(weight) filter (where status = 'met'), 0) as `met`, coalesce(sum(weight) filter (where status = 'late'), 0) as `late`, coalesce(sum(weight) filter (where status = 'waived'), 0) as `waived`, coalesce(sum(weight) filter (where status = 'claimed'), 0) as `claimed`, sum(`by_exception`) as `by_exception`, sum(`created_by_person`) as `created_by_person`, sum(`imported`) as `imported`, sum(`deleted`) as `deleted`, group_concat(`publish_ms`) filter (where weight > 0) as `added_publish`, group_concat(`publish_ms`) filter (where weight < 0) as `removed_publish`, group_concat(`started_ms`) filter (where weight > 0) as `added_started`, group_concat(`started_ms`) filter (where weight < 0) as `removed_started` from (select `group_ref`, `weight`, `status`, `by_exception`, `created_by_person`, `imported`, `deleted`, `publish_ms`, `started_at` as `started_ms` from `group_compliance_changes` where `at` <= ? and `list` in (?, ?) union all select ?, `weight`, `status`, case when exceptions > 0 and status in ('met', 'late', 'overdue') then 1 else 0 end, `created_by_person`, `imported`, `deleted`, `publish_ms`, `started_ms` from `restricted` union all select ?, `weight`, `status`, case when exceptions > 0 and status in ('met', 'late', 'overdue') then 1 else 0 end, `created_by_person`, `imported`, `deleted`, `publish_ms`, `started_ms` from `restricted` where `teamless` = ? union all select `postmortem_teams`.`team_ref`, `weight`, `status`, case when exceptions > 0 and status in ('met', 'late', 'overdue') then 1 else 0 end, `created_by_person`, `imported`, `deleted`, `publish_ms`, `started_ms` from `restricted` cross join `postmortem_teams` where postmortem_teams.postmortem_id = restricted.id) as `changes` group by `group_ref`), `counted` as materialized (select coalesce(folded.group_ref, recent.group_ref) as `group_key`, coalesce(folded.`total`, 0) + coalesce(recent.`total`, 0) as `total`, coalesce(folded.`not_required`, 0) + coalesce(recent.`not_required`, 0) as `status_0`, coalesce(folded.`pending`, 0) + coalesce(recent.`pending`, 0) as `status_1`, coalesce(folded.`on_track`, 0) + coalesce(recent.`on_track`, 0) as `status_2`, coalesce(folded.`due_soon`, 0) + coalesce(recent.`due_soon`, 0) as `status_3`, coalesce(folded.`overdue`, 0) + coalesce(recent.`overdue`, 0) as `status_4`, coalesce(folded.`met`, 0) + coalesce(recent.`met`, 0) as `status_5`, coalesce(folded.`late`, 0) + coalesce(recent.`late`, 0) as `status_6`, coalesce(folded.`waived`, 0) + coalesce(recent.`waived`, 0) as `status_7`, coalesce(folded.`claimed`, 0) + coalesce(recent.`claimed`, 0) as `status_8`, coalesce(folded.`by_exception`, 0) + coalesce(recent.`by_exception`, 0) as `by_exception`, coalesce(folded.`created_by_person`, 0) + coalesce(recent.`created_by_person`, 0) as `created_by_person`, coalesce(folded.`imported`, 0) + coalesce(recent.`imported`, 0) as `imported`, coalesce(folded.`deleted`, 0) + coalesce(recent.`deleted`, 0) as `deleted`, `folded`.`group_ref` as `folded_ref`, `latest_ms` as `latest_ms`, `publish_count` as `publish_count`, `publish_below` as `publish_below`, `publish_median` as `publish_median`, case when recent.group_ref is not null then publish_values end as `publish_values`, 1 = 0 as `out_of_date`, `added_publish`, `removed_publish`, `added_started`, `removed_started` from (select *, `latest_started_at` as `latest_ms` from `group_compliance` where `list` in (?, ?)) as `folded` full outer join `recent` on `recent`.`group_ref` = `folded`.`group_ref`), `waiting` as materialized (select `incidents`.`id`, `incidents`.`started_at`, `incidents`.`governing_severity` from `incidents` where `disposition` in (?) and ((`incidents`.`postmortem_id` is null and (incidents.visibility in (?) or (1 = 0 or (1 = 0 or 1 = 0) or 1 = 0 or exists (select 1 from incident_teams where incident_teams.incident_id = incidents.id and incident_teams.team_ref in (?))))) or exists (select `postmortems`.`id` from `postmortems` where postmortems.id = incidents.postmortem_id and (postmortems.visibility in (?) or ((postmortems.owner_ref is not null and postmortems.owner_ref in (?)) or ((postmortems.commander_ref is not null and postmortems.commander_ref in (?)) or exists (select 1 from postmortem_contributors where postmortem_contributors.postmortem_id = postmortems.id and postmortem_contributors.user_ref in (?))) or exists (select 1 from postmortem_reviewers where postmortem_reviewers.postmortem_id = postmortems.id and postmortem_reviewers.reviewer_ref in (?)) or exists (select 1 from postmortem_teams where postmortem_teams.postmortem_id = postmortems.id and postmortem_teams.team_ref in (?))))))), `everything` as (select * from `counted` where `group_key` = ?), `groups` as (select * from `counted` where not `group_key` = ? and `total` > ?), `uncovered_groups` as (select teams.team_ref as `uncovered_key`, count(*) as `uncovered`, min(case waiting.governing_severity when ? then 1 when ? then 2 when ? then 3 when ? then 4 when ? then 5 else 6 end) as `uncovered_rank` from `waiting` inner join (select `incident_id`, `team_ref` from `incident_teams` union all select `id`, 'none' from `waiting` where `id` not in (select `incident_id` from `incident_teams` where `team_ref` like ?)) as `teams` on `teams`.`incident_id` = `waiting`.`id` group by 1) select `everything`.*, cast(null as varchar(16)) as uncovered_key, (select count(*) from waiting) as uncovered, 0 as place from `everything` union all select `groups`.*, `uncovered_key`, `uncovered`, row_number() over (order by coalesce(total, 0) desc, coalesce(uncovered, 0) desc, coalesce(group_key, uncovered_key)) from `groups` full outer join `uncovered_groups` on `uncovered_key` = `group_key` order by `place` asc limit ?
