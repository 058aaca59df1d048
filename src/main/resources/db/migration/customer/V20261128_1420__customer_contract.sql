-- Which contract the company has with him, in its own words: tables decide by it.
alter table customer.customer add column contract text;
