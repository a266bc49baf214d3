-- Half of a character escaped in an event's body is JSON, but no text: nothing could read it there again, and an event is
-- never mended. Where one stands already it stays, and the rule is for what comes.
alter table events add constraint events_body_is_text check (body::jsonb is not null) not valid;
do $$ begin
  alter table events validate constraint events_body_is_text;
exception when untranslatable_character or invalid_text_representation then null;
end $$;
