/**
 * What every page and every endpoint shares: problem+json errors, security headers, the pages' language and messages,
 * the names of the built front-end files, CSV for spreadsheets, what no name may hold, the log of requests; and what the
 * operator says of the site (its title, languages, numbers to call), with the pages and the manifest that show nothing else.
 *
 * <p>Uses nothing of the other packages; all of them may use it.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "Web",
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.sanfen.web;
