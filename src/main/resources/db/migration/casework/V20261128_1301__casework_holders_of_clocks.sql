-- Clocks learn who has their case, as it stands now.
update servicelevel.clock c set queue = f.queue, owner = f.owner
from casework.case_file f where f.number = c.case_number;
