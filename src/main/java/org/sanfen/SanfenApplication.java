package org.sanfen;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The Spring application that every command runs in; {@link org.sanfen.cli.Main} starts it. */
@SpringBootApplication
public class SanfenApplication {}
