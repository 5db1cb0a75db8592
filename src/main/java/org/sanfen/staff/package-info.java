/**
 * Staff accounts, the only accounts there are: sign-in with its second factor, invitations, roles and the areas they hold in,
 * sessions, slowed wrong passwords, what staff did, and the editor's page.
 *
 * <p>Everything under {@code /admin} needs a session and, for a change, its CSRF token; everything else is without
 * session or cookie. The principal of a signed-in request is {@link org.sanfen.staff.StaffAccount}; whoever
 * reads or writes for it asks {@link org.sanfen.staff.Permissions} first. Uses {@code place}
 * for the page's place switcher and {@code web}.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Staff",
        allowedDependencies = {"place", "web"})
package org.sanfen.staff;
