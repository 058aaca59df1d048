package app.novelo.sandbox.internal;

import java.util.List;

/**
 * Somebody who works at the sample company.
 *
 * @param id as he logs in
 * @param groups ids of his groups
 */
record SamplePerson(String id, String firstName, String lastName, List<String> groups) {

    static final List<SamplePerson> ALL = List.of(
            new SamplePerson("bruno", "Bruno", "Azevedo", List.of("support", "triage")),
            new SamplePerson("carla", "Carla", "Nogueira", List.of("support", "triage")),
            new SamplePerson("ana", "Ana", "Beatriz Moura", List.of("sales", "triage")),
            new SamplePerson("diego", "Diego", "Fontes", List.of("sales", "triage")),
            new SamplePerson("bia", "Bia", "Cavalcanti", List.of("billing")),
            new SamplePerson("rafa", "Rafa", "Siqueira", List.of("retention")),
            new SamplePerson("marta", "Marta", "Vasconcelos", List.of("managers")),
            new SamplePerson("davi", "Davi", "Teixeira", List.of("designers")),
            new SamplePerson("alice", "Alice", "Prado", List.of("analysts")),
            new SamplePerson("paula", "Paula", "Sant'Anna", List.of("privacy")));
}
