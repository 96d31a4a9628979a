package dev.millrace.rest;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Every service has it, so it knows none of them, and nothing of what they stand on. */
@AnalyzeClasses(packages = "dev.millrace.rest", importOptions = ImportOption.DoNotIncludeTests.class)
class RestLayerTest {
    @ArchTest
    static final ArchRule knowsTheModelAndTheFrameworkOnly = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.millrace.rest..",
                    "dev.millrace.model..",
                    "java..",
                    "com.fasterxml.jackson..",
                    "jakarta.inject..",
                    "jakarta.ws.rs..",
                    "io.quarkus.security..",
                    "io.quarkus.smallrye.openapi..",
                    "io.quarkus.vertx.http.runtime.security..",
                    "io.smallrye.mutiny..",
                    "io.vertx..",
                    "org.eclipse.microprofile.openapi..",
                    "org.jboss.logging..",
                    "org.jboss.resteasy.reactive..");
}
