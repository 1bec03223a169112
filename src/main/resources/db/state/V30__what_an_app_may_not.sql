-- what of a service's data an app was not given the right to, in the service's words, with blanks between
alter table source_connection add column lacks text not null default '';
