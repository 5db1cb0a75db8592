package org.sanfen;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The Spring application that every command runs in; {@link org.sanfen.cli.Main} starts it. */
@SpringBootApplication
public class SanfenApplication {

    /** For the build, which writes down here which beans a start makes. */
    public static void main(String[] arguments) {
        SpringApplication.run(SanfenApplication.class, arguments);
    }
}
