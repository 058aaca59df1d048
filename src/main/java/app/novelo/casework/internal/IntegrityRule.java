package app.novelo.casework.internal;

/**
 * What must never be, and the statement that finds it: subject and detail of each. One statement sees one moment, so what a
 * transaction changes together is never found half done. The one place that reads the schemas of other modules and of the
 * engine: through their interfaces it would hear what they believe. It changes nothing.
 */
enum IntegrityRule {
    CASE_WITHOUT_INSTANCE(
            "caseWithoutInstance",
            """
            select f.number, 'instance ' || f.process_instance_id from casework.case_file f
            where f.closed_at is null and not exists (select 1 from act_ru_execution e where e.id_ = f.process_instance_id)"""),

    INSTANCE_WITHOUT_CASE(
            "instanceWithoutCase",
            """
            select coalesce(e.business_key_, e.id_), 'instance ' || e.id_ from act_ru_execution e
            join act_re_procdef d on d.id_ = e.proc_def_id_
            where e.parent_id_ is null and e.super_exec_ is null and d.key_ in (:kinds)
              and not exists (select 1 from casework.case_file f
                where f.number = e.business_key_ and f.process_instance_id = e.id_ and f.closed_at is null)"""),

    /** What the company began, or answered on its phone, waits for the customer without a process. */
    CONVERSATION_WITHOUT_PROCESS(
            "conversationWithoutProcess",
            """
            select c.id::text, 'state ' || c.state || coalesce(', case ' || c.case_number, '') from conversation.conversation c
            where c.state <> 'RESOLVED' and not (c.process_instance_id is null and (c.state = 'WAITING_CUSTOMER' or c.begun_by is not null))
              and not exists (select 1 from conversation.undriven u where u.conversation = c.id)
              and not exists (select 1 from act_ru_execution e where e.id_ = c.process_instance_id)"""),

    CONVERSATION_WITHOUT_QUEUE(
            "conversationWithoutQueue",
            """
            select c.id::text, 'queue ' || c.queue from conversation.conversation c
            where c.state <> 'RESOLVED' and c.owner is null and not exists (select 1 from desk.queue q where q.id = c.queue)"""),

    SERVICE_LEVEL_WITHOUT_CASE(
            "serviceLevelWithoutCase",
            """
            select coalesce(e.business_key_, e.id_), 'instance ' || e.id_ from act_ru_execution e
            join act_re_procdef d on d.id_ = e.proc_def_id_
            where e.parent_id_ is null and d.key_ = 'service-level'
              and not exists (select 1 from casework.case_file f
                join servicelevel.board b on b.case_number = f.number and b.process_instance_id = e.id_
                where f.number = e.business_key_ and f.closed_at is null and f.state <> 'RESOLVED')"""),

    SERVICE_LEVEL_WITHOUT_CLOCKS(
            "serviceLevelWithoutClocks",
            """
            select e.business_key_, 'instance ' || e.id_ from act_ru_execution e
            join act_re_procdef d on d.id_ = e.proc_def_id_
            where e.parent_id_ is null and d.key_ = 'service-level'
              and exists (select 1 from casework.case_file f where f.number = e.business_key_ and f.closed_at is null)
              and not exists (select 1 from servicelevel.clock c where c.case_number = e.business_key_ and c.ended_at is null)"""),

    CLOCKS_WITHOUT_SERVICE_LEVEL(
            "clocksWithoutServiceLevel",
            """
            select c.case_number, string_agg(c.metric || ' ' || c.state, ', ' order by c.metric) from servicelevel.clock c
            where c.ended_at is null and not exists (select 1 from servicelevel.board b
              join act_ru_execution e on e.id_ = b.process_instance_id where b.case_number = c.case_number)
            group by c.case_number"""),

    CLOCKS_WITHOUT_CASE(
            "clocksWithoutCase",
            """
            select c.case_number, string_agg(c.metric || ' ' || c.state, ', ' order by c.metric) from servicelevel.clock c
            where c.ended_at is null and not exists (select 1 from casework.case_file f
              where f.number = c.case_number and f.closed_at is null and f.state <> 'RESOLVED')
            group by c.case_number"""),

    /** A table may promise nothing; what it promised last has its clock as long as the need is not met. */
    CASE_WITHOUT_CLOCKS(
            "caseWithoutClocks",
            """
            select f.number, 'state ' || f.state from casework.case_file f
            where f.closed_at is null and f.state <> 'RESOLVED'
              and not exists (select 1 from servicelevel.clock c
                where c.case_number = f.number and c.metric = 'resolution' and c.ended_at is null)
              and coalesce((select jsonb_array_length(d.outputs) > 0 from casework.decision d
                where d.business_key = f.number and d.decision = 'sla' and d.facts ->> 'metric' = 'resolution'
                order by d.id desc limit 1), false)"""),

    WORK_ITEM_WITHOUT_TASK(
            "workItemWithoutTask",
            """
            select w.task_id, w.element || coalesce(', case ' || w.case_number, '') from casework.work_item w
            where not exists (select 1 from act_ru_task t where t.id_ = w.task_id)"""),

    /** Tasks that somebody made up in Tasklist belong to no process, and are no work of ours. */
    TASK_WITHOUT_WORK_ITEM(
            "taskWithoutWorkItem",
            """
            select t.id_, t.task_def_key_ || ', instance ' || t.proc_inst_id_ from act_ru_task t
            where t.proc_inst_id_ is not null and not exists (select 1 from casework.work_item w where w.task_id = t.id_)""");

    private final String id;
    private final String finds;

    IntegrityRule(String id, String finds) {
        this.id = id;
        this.finds = finds;
    }

    /** As the API and the log write it. */
    String id() {
        return id;
    }

    String finds() {
        return finds;
    }
}
