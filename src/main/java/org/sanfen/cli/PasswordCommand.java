package org.sanfen.cli;

import java.io.PrintStream;
import java.util.List;
import org.sanfen.staff.FirstAdministrator;
import org.springframework.stereotype.Component;

/** {@code ./run password [LOGIN]}: a new password for who has lost theirs and holds the machine. */
@Component
class PasswordCommand implements Command {

    private final FirstAdministrator administrator;

    PasswordCommand(FirstAdministrator administrator) {
        this.administrator = administrator;
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.size() > 1) {
            throw new UserError("Give one login name at most: ./run password [LOGIN].");
        }
        String login = arguments.isEmpty() ? FirstAdministrator.LOGIN : arguments.get(0);
        if (arguments.isEmpty()) {
            var first = administrator.createIfNone();
            if (first.isPresent()) {
                print(out, login, first.get());
                return 0;
            }
        }
        String password = administrator
                .resetPassword(login)
                .orElseThrow(() -> new UserError("No account has the login name \"" + login
                        + "\"; an administrator sees the list under Accounts in the editor."));
        print(out, login, password);
        return 0;
    }

    private static void print(PrintStream out, String login, String password) {
        out.println("Login:    " + login);
        out.println("Password: " + password);
        out.println("It is shown only now; change it in the editor. Older sessions of this account have ended,"
                + " an open invitation and a tie to an identity provider are gone,"
                + " and no code of an authenticator app is asked for.");
    }
}
