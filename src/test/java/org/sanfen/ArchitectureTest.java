package org.sanfen;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The house's plan, held to by tests: who may use whom, and that the engines stay pure. */
class ArchitectureTest {

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.sanfen");

    @Test
    void packagesUseOnlyWhatTheirPackageInfoAllows() {
        ApplicationModules.of(SanfenApplication.class).verify();
    }

    @Test
    void enginesKnowNeitherSpringNorSqlNorHttp() {
        noClasses()
                .that()
                .resideInAnyPackage("..engine..", "org.sanfen.geo..", "org.sanfen.street.pack..")
                .and()
                .haveSimpleNameNotEndingWith("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..", "jakarta.servlet..")
                .because("the same engine must run inside Spark tasks")
                .allowEmptyShould(true)
                .check(CODE);
    }
}
