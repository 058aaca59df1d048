package app.novelo.engine.internal;

import static org.assertj.core.api.Assertions.assertThat;

import app.novelo.platform.Nodes;
import app.novelo.support.Doors;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A killed node leaves locks behind that would hold its work up for a minute and more. */
@Doors
class LocksOfDeadNodesTest {

    private static final String DEAD = "the dead";
    private static final String LIVING = "the living";

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ProcessEngineConfiguration engine;

    @Autowired
    Nodes nodes;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void deploy() {
        var model = Bpmn.createExecutableProcess("locked")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .parallelGateway("both")
                .intermediateCatchEvent()
                .timerWithDuration("P1D")
                .endEvent()
                .moveToNode("both")
                .serviceTask()
                .camundaExternalTask("nobody.works")
                .endEvent()
                .done();
        repository.createDeployment().addModelInstance("locked.bpmn", model).deploy();
    }

    @Test
    void areGivenBackAndThoseOfTheLivingAreKept() {
        var ofTheDead = givenWorkLockedBy(DEAD);
        var ofTheLiving = givenWorkLockedBy(LIVING);

        new LocksOfDeadNodes(jdbc, withDead(DEAD)).release();

        assertThat(owners(ofTheDead)).containsExactly("nobody", "nobody");
        assertThat(owners(ofTheLiving)).containsExactly(LIVING, LIVING);
    }

    @Test
    void carryTheNodesOwnName() {
        var jobs = ((ProcessEngineConfigurationImpl) engine).getJobExecutor();

        assertThat(jobs.getLockOwner()).isEqualTo(nodes.own());
    }

    private String givenWorkLockedBy(String node) {
        var instance = runtime.startProcessInstanceByKey("locked").getId();
        jdbc.sql(
                        "update act_ru_job set lock_owner_ = ?, lock_exp_time_ = now() + interval '1 hour' where process_instance_id_ = ?")
                .param(node)
                .param(instance)
                .update();
        jdbc.sql(
                        "update act_ru_ext_task set worker_id_ = ?, lock_exp_time_ = now() + interval '1 hour' where proc_inst_id_ = ?")
                .param(node)
                .param(instance)
                .update();
        return instance;
    }

    /** @return who holds the timer and who the external task */
    private List<String> owners(String instance) {
        return jdbc.sql(
                        """
                        select coalesce(lock_owner_, case when lock_exp_time_ is null then 'nobody' end)
                        from act_ru_job where process_instance_id_ = :id
                        union all
                        select coalesce(worker_id_, case when lock_exp_time_ is null then 'nobody' end)
                        from act_ru_ext_task where proc_inst_id_ = :id""")
                .param("id", instance)
                .query(String.class)
                .list();
    }

    private static Nodes withDead(String node) {
        return new Nodes() {
            @Override
            public String own() {
                return "own";
            }

            @Override
            public List<String> dead() {
                return List.of(node);
            }
        };
    }
}
