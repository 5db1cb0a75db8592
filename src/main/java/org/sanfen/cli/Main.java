package org.sanfen.cli;

import java.util.Arrays;
import java.util.List;
import org.sanfen.SanfenApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Entry of the jar: no words or {@code serve} start the server, any other first word is a {@link Command}. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        List<String> words = Arrays.asList(arguments);
        if (words.isEmpty() || words.get(0).equals("serve")) {
            new SpringApplicationBuilder(SanfenApplication.class).run();
        } else {
            System.exit(runCommand(words.get(0), words.subList(1, words.size())));
        }
    }

    private static int runCommand(String name, List<String> arguments) {
        try (var context = new SpringApplicationBuilder(SanfenApplication.class)
                .web(WebApplicationType.NONE)
                .properties("logging.level.root=warn")
                .run()) {
            Command command = context.getBeansOfType(Command.class).values().stream()
                    .filter(candidate -> candidate.name().equals(name))
                    .findFirst()
                    .orElseThrow(() ->
                            new UserError("There is no command \"" + name + "\"; ./run help lists the commands."));
            return command.run(arguments, System.out);
        } catch (UserError mendable) {
            System.err.println(mendable.getMessage());
            return 2;
        } catch (Exception unexpected) {
            System.err.println("The command " + name + " failed: " + unexpected);
            return 1;
        }
    }
}
