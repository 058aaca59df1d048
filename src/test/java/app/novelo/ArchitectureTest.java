package app.novelo;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.beans.factory.annotation.Autowired;

/** Rules of the house that a reader should be able to rely on everywhere. */
@AnalyzeClasses(packages = "app.novelo", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule onlyTheEngineModuleUsesCamundasServices = noClasses()
            .that()
            .resideOutsideOfPackage("app.novelo.engine..")
            .and()
            .haveSimpleNameNotEndingWith("Delegate")
            .should()
            .dependOnClassesThat(resideInAPackage("org.camunda.."))
            .because("the engine is kept behind one module");

    @ArchTest
    static final ArchRule delegatesUseNothingOfCamundaButTheirExecution = noClasses()
            .that()
            .haveSimpleNameEndingWith("Delegate")
            .should()
            .dependOnClassesThat(resideInAPackage("org.camunda.bpm.engine.impl.."))
            .because("a delegate reads key and variables, calls a service, writes variables");

    @ArchTest
    static final ArchRule variablesAreWrittenThroughVar = noClasses()
            .that()
            .resideOutsideOfPackage("app.novelo.engine..")
            .should()
            .callMethod(VariableScope.class, "setVariable", String.class, Object.class)
            .because("each process variable is declared once, with its type");

    @ArchTest
    static final ArchRule internalsArePackagePrivate = classes()
            .that()
            .resideInAPackage("app.novelo..internal..")
            .and()
            .areTopLevelClasses()
            .should()
            .notBePublic()
            .because("a module's API is its own package");

    @ArchTest
    static final ArchRule nobodyAsksTheSystemForTheTime = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .because("business time comes from the Clock that a sandbox can move");

    @ArchTest
    static final ArchRule nothingIsInjectedIntoFields =
            fields().should().notBeAnnotatedWith(Autowired.class).because("a constructor shows what a class needs");

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = noClasses()
            .should()
            .haveNameMatching(".*(Impl|Util|Utils|Manager|Helper)")
            .because("such a name says nothing");
}
