package app.novelo.survey.internal;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often customers are asked, and how long an answer is waited for. Business time.
 *
 * @param csat whether resolved cases are followed by a survey
 * @param delay from the end of a case to the question
 * @param everyDays a customer is not asked again within so many days, whatever kind of survey it was
 * @param answerTime who answers later is late: that still counts
 * @param numberTime so long a bare number is taken for the answer; a press of our list always is
 * @param correctTime so long after his first answer another one replaces it
 * @param commentTime so long after his answer his words are kept as its comment
 * @param npsCron when a round begins by itself, as Quartz writes it: {@code 0 0 10 5 * ?}; empty = never
 * @param npsServedDays whom the monthly round asks: customers of whose cases one was closed within so many days
 * @param npsMost whom a round asks at most
 */
@ConfigurationProperties("novelo.survey")
record SurveySettings(
        @DefaultValue("true") boolean csat,
        @DefaultValue("10m") Duration delay,
        @DefaultValue("30") int everyDays,
        @DefaultValue("72h") Duration answerTime,
        @DefaultValue("14d") Duration numberTime,
        @DefaultValue("24h") Duration correctTime,
        @DefaultValue("12h") Duration commentTime,
        @DefaultValue("") String npsCron,
        @DefaultValue("90") int npsServedDays,
        @DefaultValue("1000") int npsMost) {}
