package app.novelo.lead;

import app.novelo.support.KeptPromises;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What holds of a customer's leads and follow-ups whenever nothing is on its way. Each query finds what breaks its promise. */
final class LeadPromises {

    private static final KeptPromises KEPT = new KeptPromises(
            "l as (select l.*, f.process_instance_id, f.state from lead.lead l join f on f.number = l.number)");

    static {
        KEPT.promise("he has at most one open lead", "select number from l where closed_at is null offset 1");
        KEPT.promise(
                "an open case has exactly one instance, a closed one none",
                """
                select f.number from f where (select count(*) from instance where number = f.number and process = f.kind)
                <> case when f.closed_at is null then 1 else 0 end""");
        KEPT.promise(
                "lead and case end together",
                "select l.number from l join f using (number) where (l.closed_at is null) <> (f.closed_at is null)");
        KEPT.promise(
                "a lead is over if and only if it is won or lost",
                "select number from l where (closed_at is not null) <> (stage in ('WON', 'LOST'))");
        KEPT.promise(
                "row and process are in the same stage",
                """
                select l.number || ' is ' || l.stage || ', its process ' || v.text_ from l
                join act_ru_variable v on v.proc_inst_id_ = l.process_instance_id and v.name_ = 'stage'
                where v.execution_id_ = l.process_instance_id and v.text_ <> lower(l.stage)""");
        KEPT.promise(
                "no open lead is without a task, or a wait that somebody or something ends",
                """
                select l.number from l where l.closed_at is null
                and not exists (select from act_ru_task t where t.proc_inst_id_ = l.process_instance_id)
                and not exists (select from casework.next_step s where s.case_number = l.number)""");
        KEPT.promise(
                "a lead has at most one main task",
                """
                select l.number from l where (select count(*) from act_ru_task t
                  where t.proc_inst_id_ = l.process_instance_id and t.task_def_key_ <> 'userTask_setNextStep') > 1""");
        KEPT.promise(
                "an open lead is looked at again, unless somebody is asked for its next step",
                """
                select l.number from l where l.closed_at is null and not exists (
                  select from act_ru_job j join act_ru_jobdef d on d.id_ = j.job_def_id_
                  where j.process_instance_id_ = l.process_instance_id and d.act_id_ in ('startEvent_idle', 'event_lookAgain'))
                and not exists (select from act_ru_task t
                  where t.proc_inst_id_ = l.process_instance_id and t.task_def_key_ = 'userTask_setNextStep')""");
        KEPT.promise(
                "a lead that waits has no task, and one that does not has one",
                """
                select l.number || ' is ' || l.state from l where l.closed_at is null
                and (l.state like 'WAITING%') = exists (select from act_ru_task t
                  where t.proc_inst_id_ = l.process_instance_id and t.task_def_key_ <> 'userTask_setNextStep')""");
        KEPT.promise(
                "an open follow-up has a time or a task",
                """
                select f.number from f where f.kind = 'followup' and f.closed_at is null
                and not exists (select from act_ru_job j where j.process_instance_id_ = f.process_instance_id)
                and not exists (select from act_ru_task t where t.proc_inst_id_ = f.process_instance_id)
                and not exists (select from act_ru_execution e where e.super_exec_ in (
                  select id_ from act_ru_execution where proc_inst_id_ = f.process_instance_id))""");
        KEPT.promise(
                "what comes next of a lead is its task, its wait or an open follow-up",
                """
                select l.number || ' ' || s.reference from l join casework.next_step s on s.case_number = l.number
                where l.closed_at is not null
                or s.what = 'followUp' and not exists (
                  select from casework.case_file o where o.number = s.reference and o.closed_at is null)""");
        KEPT.promise(
                "the card has the people that the case has",
                """
                select l.number from l join f using (number)
                where l.queue <> f.queue or l.owner is distinct from f.owner""");
        KEPT.promise(
                "conversation and current case are in the same state",
                """
                select f.number || ' is ' || f.state || ', its conversation ' || c.state from c
                join f on f.number = c.case_number
                where f.kind = 'lead' and c.state <> case when f.state = 'WAITING_CUSTOMER' then 'WAITING_CUSTOMER'
                  when f.state = 'CLOSED' then 'RESOLVED' else 'OPEN' end""");
    }

    private final JdbcClient jdbc;

    LeadPromises(ApplicationContext novelo) {
        jdbc = novelo.getBean(JdbcClient.class);
    }

    /** @return each that is broken, with what breaks it */
    List<String> brokenFor(LeadStory story) {
        var broken = new ArrayList<String>(story.wrongs());
        broken.addAll(KEPT.brokenFor(story.phone(), jdbc));
        return broken;
    }
}
