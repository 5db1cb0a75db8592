package org.sanfen.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The browser that other tests rely on sees what it should see. */
@BrowserTest
class BrowserIT {

    @Test
    void reachesTheServerAndRecordsTheRequest(Browser browser) {
        Page page = browser.openPhone("/p/none");

        assertThat(page.evaluate("window.innerWidth")).isEqualTo(390);
        assertThat(browser.requests()).contains(browser.url("/p/none"));
        assertThat(browser.thirdPartyRequests()).isEmpty();
    }

    @Test
    void doesNotLetAThirdPartyRequestPass(Browser browser) {
        Page page = browser.open("/p/none", Browser.desktop().setBypassCSP(true));
        page.route("http://tiles.example/**", route -> route.abort());
        page.evaluate("() => fetch('http://tiles.example/0/0/0.png', {mode: 'no-cors'}).catch(() => 'refused')");

        assertThat(browser.thirdPartyRequests()).containsExactly("http://tiles.example/0/0/0.png");
        assertThatThrownBy(browser::requireNothingUntoward).hasMessageContaining("tiles.example");
        browser.forgetRequests();
    }
}
