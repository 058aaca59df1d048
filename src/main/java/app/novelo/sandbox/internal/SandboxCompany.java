package app.novelo.sandbox.internal;

import app.novelo.engine.People;
import app.novelo.engine.People.Role;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

/** Puts the sample company into the engine, at every start the same. */
@SandboxOnly
@Component
class SandboxCompany implements ApplicationRunner {

    private final People people;
    private final SandboxPassword password;

    SandboxCompany(People people, SandboxPassword password) {
        this.people = people;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        people.ensureGroup("triage", "Triagem", Role.AGENTS);
        people.ensureGroup("sales", "Vendas", Role.AGENTS);
        people.ensureGroup("support", "Suporte", Role.AGENTS);
        people.ensureGroup("billing", "Financeiro", Role.AGENTS);
        people.ensureGroup("retention", "Retenção", Role.AGENTS);
        people.ensureGroup("managers", "Gestão", Role.MANAGERS);
        people.ensureGroup("designers", "Processos", Role.DESIGNERS);
        people.ensureGroup("analysts", "Análise", Role.ANALYSTS);
        people.ensureGroup("privacy", "Privacidade", Role.PRIVACY);
        SamplePerson.ALL.forEach(this::ensure);
    }

    /** Who has left stays away. */
    private void ensure(SamplePerson person) {
        if (people.groupsOf(person.id()).contains(People.FORMER)) {
            return;
        }
        people.ensureUser(person.id(), person.firstName(), person.lastName(), password.value());
        person.groups().forEach(group -> people.ensureMember(person.id(), group));
    }
}
