package app.novelo.casework;

import app.novelo.support.Customer;
import app.novelo.support.KeptPromises;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What holds of a customer's cases whenever nothing is on its way, asked of the rows of program and engine. Each query
 * finds what breaks its promise.
 */
final class Promises {

    /** Where each case's process stands, and its clocks. */
    private static final KeptPromises KEPT = new KeptPromises(
            """
            stands as (
              select distinct f.number, e.act_id_ as at from f join act_ru_execution e on e.proc_inst_id_ = f.process_instance_id
              where e.act_id_ in ('userTask_resolveTicket', 'gateway_waitForReply', 'gateway_timeToReopen'))""",
            """
            clock as (
              select k.* from servicelevel.clock k join f on f.number = k.case_number where k.ended_at is null)""");

    static {
        KEPT.promise(
                "an open case has exactly one instance, a closed one none",
                """
                select f.number from f where (select count(*) from instance where number = f.number and process = 'ticket')
                <> case when f.closed_at is null then 1 else 0 end""");
        KEPT.promise(
                "an open case has exactly one service level, one at rest none",
                """
                select f.number from f
                where (select count(*) from instance where number = f.number and process = 'service-level')
                <> case when f.state in ('RESOLVED', 'CLOSED') then 0 else 1 end""");
        KEPT.promise(
                "no instance is without its open case",
                """
                select process || ' ' || number from instance where process in ('ticket', 'service-level', 'escalation')
                and not exists (
                  select from casework.case_file o where o.number = instance.number and o.closed_at is null)""");
        KEPT.promise(
                "an open case has exactly one way on, and it is that of its state",
                """
                select f.number || ' is ' || f.state || ', on it goes from '
                  || coalesce((select string_agg(at, ', ') from stands where stands.number = f.number), 'nowhere') from f
                where f.closed_at is null and coalesce((select string_agg(at, ', ') from stands where stands.number = f.number), '')
                <> case
                  when f.state = 'RESOLVED' then 'gateway_timeToReopen'
                  when f.state like 'WAITING%' then 'gateway_waitForReply'
                  when exists (select from act_ru_variable v where v.proc_inst_id_ = f.process_instance_id
                    and v.name_ = 'outcome' and v.text_ = 'snoozed')
                    and not exists (select from act_ru_task t where t.proc_inst_id_ = f.process_instance_id)
                    then 'gateway_waitForReply'
                  else 'userTask_resolveTicket' end""");
        KEPT.promise(
                "who waits has one timer and one subscription",
                """
                select number from stands join f using (number) where at like 'gateway%' and (
                  (select count(*) from act_ru_job j where j.process_instance_id_ = f.process_instance_id) <> 1 or
                  (select count(*) from act_ru_event_subscr s
                   where s.proc_inst_id_ = f.process_instance_id and s.event_name_ = 'ticket.resumed') <> 1)""");
        KEPT.promise(
                "a case has at most one main task, one at rest none at all",
                """
                select f.number from f where (
                  select count(*) from act_ru_task t join instance on instance.id = t.proc_inst_id_
                  where instance.number = f.number
                  and (f.state in ('RESOLVED', 'CLOSED') or t.task_def_key_ = 'userTask_resolveTicket'))
                > case when f.state in ('RESOLVED', 'CLOSED') then 0 else 1 end""");
        KEPT.promise(
                "the work list shows the engine's tasks with their owners",
                """
                select coalesce(w.task_id, t.id_) || ' of ' || coalesce(w.assignee, '') || ' / ' || coalesce(t.assignee_, '')
                from (select w.* from casework.work_item w join f on f.number = w.case_number) w
                full join (select t.* from act_ru_task t join instance on instance.id = t.proc_inst_id_
                  join f on f.number = instance.number) t on t.id_ = w.task_id
                where w.task_id is null or t.id_ is null or w.assignee is distinct from t.assignee_""");
        KEPT.promise(
                "who has the main task owns the case",
                """
                select f.number || ' of ' || coalesce(f.owner, 'nobody') || ', its task of ' || coalesce(t.assignee_, 'nobody')
                from f join act_ru_task t on t.proc_inst_id_ = f.process_instance_id
                where t.task_def_key_ = 'userTask_resolveTicket' and f.owner is distinct from t.assignee_""");
        KEPT.promise(
                "an open conversation has a queue or an owner, and a process that runs",
                """
                select c.id from c where c.state <> 'RESOLVED' and (
                  coalesce(c.queue, '') = '' and c.owner is null
                  or not exists (select from instance where id = c.process_instance_id)
                  or c.case_number is not null and not exists (
                    select from f where f.number = c.case_number and f.process_instance_id = c.process_instance_id
                    and f.closed_at is null))""");
        KEPT.promise(
                "conversation and current case are in the same state",
                """
                select f.number || ' is ' || f.state || ', its conversation ' || c.state from c
                join f on f.number = c.case_number where c.state <> case
                  when f.state in ('RESOLVED', 'CLOSED') then 'RESOLVED'
                  when f.state = 'WAITING_CUSTOMER' then 'WAITING_CUSTOMER'
                  when f.state = 'WAITING_THIRD_PARTY' then 'SNOOZED'
                  when exists (select from stands where stands.number = f.number and at = 'gateway_waitForReply') then 'SNOOZED'
                  else 'OPEN' end""");
        KEPT.promise(
                "clocks pause if and only if the case waits",
                """
                select f.number || ' is ' || f.state || ', ' || clock.metric || ' is ' || clock.state from clock
                join f on f.number = clock.case_number where (f.state like 'WAITING%') <> (clock.paused_at is not null)""");
        KEPT.promise(
                "a case at rest has no clock, an open one that of its resolution",
                """
                select f.number from f where (f.state in ('RESOLVED', 'CLOSED'))
                = exists (select from clock where case_number = f.number and metric = 'resolution')""");
        KEPT.promise(
                "the board stands on the worst clock",
                """
                select b.case_number || ' ' || coalesce(e.act_id_, 'nowhere') || ', board ' || b.worst
                from f join servicelevel.board b on b.case_number = f.number
                left join act_ru_execution e on e.proc_inst_id_ = b.process_instance_id and e.act_id_ like 'receiveTask%'
                where f.state not in ('RESOLVED', 'CLOSED') and (
                  b.worst <> (select state from clock where case_number = f.number
                    order by array_position(array['BREACHED', 'WARNED', 'RUNNING', 'PAUSED'], state) limit 1)
                  or e.act_id_ is distinct from 'receiveTask_' || lower(b.worst))""");
        KEPT.promise(
                "an open escalation runs, and one that runs is open",
                """
                select f.number from f where (
                  select count(*) from casework.escalation e where e.case_number = f.number and e.ended_at is null)
                <> (select count(*) from instance where number = f.number and process = 'escalation')""");
    }

    private final JdbcClient jdbc;
    private final Customer customer;

    Promises(ApplicationContext novelo) {
        jdbc = novelo.getBean(JdbcClient.class);
        customer = novelo.getBean(Customer.class);
    }

    /** @return each that is broken, with what breaks it */
    List<String> brokenFor(Story story) {
        var broken = new ArrayList<String>(story.wrongs());
        broken.addAll(KEPT.brokenFor(story.phone(), jdbc));
        same("what the customer said is kept once", story.said(), kept(story, "IN"), broken);
        same("what was promised is kept once", story.answers(), kept(story, "OUT"), broken);
        same(
                "what was promised reaches him once, but for what a colleague took back",
                wanted(story),
                received(story),
                broken);
        return broken;
    }

    private static void same(String words, List<String> wanted, List<String> found, List<String> broken) {
        var counts = new TreeMap<String, Integer>();
        wanted.forEach(one -> counts.merge(one, 1, Integer::sum));
        found.forEach(one -> counts.merge(one, -1, Integer::sum));
        counts.values().removeIf(count -> count == 0);
        if (!counts.isEmpty()) {
            broken.add(words + ": " + counts);
        }
    }

    /** What came in by its id at the channel; what an agent wrote by its words. */
    private List<String> kept(Story story, String direction) {
        return jdbc.sql(
                        """
                        select case m.direction when 'IN' then m.provider_id else m.text end
                        from conversation.message m join conversation.conversation c on c.id = m.conversation
                        join customer.identity i on i.customer = c.customer
                        where i.value = ? and m.direction = ? and m.author_type in ('CUSTOMER', 'AGENT')""")
                .param(story.phone())
                .param(direction)
                .query(String.class)
                .list();
    }

    /** A colleague who takes the word takes back what has not gone yet; it is shown as failed for that reason. */
    private List<String> wanted(Story story) {
        var takenBack = jdbc.sql(
                        """
                        select text from conversation.message where direction = 'OUT' and text is not null
                        and status = 'FAILED' and errors::text like '%Somebody else has the word%'""")
                .query(String.class)
                .set();
        return story.answers().stream()
                .filter(answer -> !takenBack.contains(answer))
                .toList();
    }

    private List<String> received(Story story) {
        var ours = story.answers().stream().collect(Collectors.toSet());
        return customer.received(story.phone()).stream().filter(ours::contains).toList();
    }
}
