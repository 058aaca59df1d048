-- A colleague's own number on WhatsApp, for what he must hear at once: digits with the country's, without plus. Null = none.
alter table desk.agent add whatsapp text;
