package app.novelo.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What holds of one customer whenever nothing is on its way, asked of the rows of program and engine. Each query finds what
 * breaks its promise, and may read his cases {@code f}, his conversations {@code c} and every process {@code instance}.
 */
public final class KeptPromises {

    private static final String HIS =
            """
            with f as (
              select f.* from casework.case_file f join customer.identity i on i.customer = f.customer where i.value = :phone),
            c as (
              select c.* from conversation.conversation c join customer.identity i on i.customer = c.customer
              where i.value = :phone),
            instance as (
              select e.id_ as id, e.business_key_ as number, d.key_ as process from act_ru_execution e
              join act_re_procdef d on d.id_ = e.proc_def_id_ where e.id_ = e.proc_inst_id_)""";

    private final String his;
    private final Map<String, String> brokenBy = new LinkedHashMap<>();

    /** @param more what else promises may read, each {@code name as (query)} */
    public KeptPromises(String... more) {
        his = HIS + String.join("", Stream.of(more).map(each -> ",\n" + each).toList()) + "\n";
        promise(
                "every message of the customer has been taken by a process",
                "select m.provider_id from conversation.message m join c on c.id = m.conversation where m.unhandled");
        promise(
                "nothing is left to drive",
                "select u.conversation from conversation.undriven u join c on c.id = u.conversation");
        promise(
                "nothing is left to send",
                "select o.message from conversation.outgoing o join c on c.id = o.conversation");
        promise(
                "nothing has failed for good",
                """
                select process || ': ' || failed.why from instance join (
                  select proc_inst_id_ as id, incident_msg_ as why from act_ru_incident union all
                  select process_instance_id_, exception_msg_ from act_ru_job where retries_ <= 0) failed using (id)
                where number in (select number from f union select id::text from c)""");
    }

    public void promise(String words, String broken) {
        brokenBy.put(words, his + broken);
    }

    /** @return each that is broken, with what breaks it */
    public List<String> brokenFor(String phone, JdbcClient jdbc) {
        return brokenBy.entrySet().stream()
                .flatMap(promise -> jdbc
                        .sql(promise.getValue())
                        .param("phone", phone)
                        .query((row, n) -> promise.getKey() + ": " + row.getString(1))
                        .list()
                        .stream())
                .toList();
    }
}
