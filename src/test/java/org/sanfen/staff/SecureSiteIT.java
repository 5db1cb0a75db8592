package org.sanfen.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.sanfen.testing.DatabaseTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Behind TLS, as SANFEN_PUBLIC_URL says. */
@DatabaseTest
@TestPropertySource(properties = "sanfen.public-url=https://map.example.org")
class SecureSiteIT {

    @LocalServerPort
    int port;

    @Test
    void theCookieAndTheSiteAreForTlsOnly() {
        HttpResponse<String> page = new StaffClient(port).open("/admin/login");
        assertThat(page.headers().firstValue("Set-Cookie").orElseThrow().split("; "))
                .contains("Secure");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
    }
}
