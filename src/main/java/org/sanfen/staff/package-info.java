/**
 * Staff accounts, the only accounts there are: sign-in, roles, sessions, slowed wrong passwords, audit, and the editor's
 * page.
 *
 * <p>Everything under {@code /admin} needs a session and, for a change, its CSRF token; everything else is without
 * session or cookie. The principal of a signed-in request is {@link org.sanfen.staff.StaffAccount}. Uses {@code place}
 * for the page's place switcher and {@code web}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Staff",
        allowedDependencies = {"place", "web"})
package org.sanfen.staff;
