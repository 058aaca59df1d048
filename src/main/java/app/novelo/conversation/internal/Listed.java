package app.novelo.conversation.internal;

/** Which messages stand in a thread by themselves: all but those that hang on another one of it. */
final class Listed {

    /**
     * Condition on {@code m}. A reaction of ours that failed is shown, so that it can be sent again; so is an edit that
     * nobody can read.
     */
    static final String ALONE =
            """
            (m.target is null or m.status in ('FAILED', 'CANCELLED') or not exists (
              select 1 from conversation.provider_message p join conversation.message t on t.id = p.message and t.at = p.at
              where p.provider_id = m.target and t.conversation = m.conversation
                and (m.kind = 'reaction' or t.direction = m.direction
                  and (m.kind <> 'edit' or m.text is not null or m.content -> 'content' is not null))))
            """;

    /**
     * The newest reaction of either side to {@code m}, as JSON: the channel knows one of the business, whichever agent it
     * was. Null if there is none.
     */
    static final String REACTIONS =
            """
            (select jsonb_agg(jsonb_build_object('emoji', x.content -> 'emoji', 'by', x.author_type, 'name', x.author_name,
                'at', to_char(x.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by x.at)
              from (
                select distinct on (r.direction) r.content, r.author_type, r.author_name, r.at from conversation.message r
                where r.target = m.provider_id and r.kind = 'reaction' and r.status not in ('FAILED', 'CANCELLED')
                order by r.direction, r.at desc, r.seq desc) x
              where x.content ->> 'emoji' is not null)
            """;

    private Listed() {}
}
