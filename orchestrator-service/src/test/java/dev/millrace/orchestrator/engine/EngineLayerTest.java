package dev.millrace.orchestrator.engine;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/** The engine is a pure function: the host gives it all it needs, and does all that touches the world. */
@AnalyzeClasses(packages = "dev.millrace.orchestrator.engine", importOptions = ImportOption.DoNotIncludeTests.class)
class EngineLayerTest {

    @ArchTest
    static final ArchRule knowsOnlyTheLanguageAndTheModel = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.millrace.orchestrator.engine..",
                    "dev.millrace.model..",
                    "dev.millrace.expressions..",
                    "com.fasterxml.jackson..",
                    "java.lang..",
                    "java.util..",
                    "java.time..");

    @ArchTest
    static final ArchRule asksNoClock = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class);

    @ArchTest
    static final ArchRule throwsNoDice = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.util.random..", "java.security..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule runsNoThreads =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("java.util.concurrent..");
}
