package dev.millrace.model;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The shared language stays pure: everything else depends on it, so what it depends on, everything does. */
@AnalyzeClasses(packages = "dev.millrace.model", importOptions = ImportOption.DoNotIncludeTests.class)
class LayeringTest {
    @ArchTest
    static final ArchRule dependsOnJacksonAndTheSchemaValidatorOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.millrace.model..", "java..", "com.fasterxml.jackson..", "com.networknt.schema..");

    @ArchTest
    static final ArchRule doesNoInputOrOutput = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.sql..", "java.nio.file..", "java.nio.channels..");

    @ArchTest
    static final ArchRule messagesKnowNoRules = noClasses()
            .that()
            .resideInAnyPackage("..model.message..", "..model.status..", "..model.descriptor..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..model.exchange..");
}
