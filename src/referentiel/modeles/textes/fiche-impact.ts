const comparer = (liste: string, legende: string) => `
:: tableau ${legende}
entetes | Rubrique | Avant | Après | Mesure d'accompagnement
:: pour r dans ${liste}
ligne | {{r.rubrique}} | {{r.avant}} | {{r.apres}} | {{si(renseigne(r.mesure), r.mesure, "sans objet")}}
:: fin
:: fin
`;

/** Texte du modèle, dans la notation des modèles. */
export const TEXTE_FICHE_IMPACT = `
:: encadre info | Ce que dit cette fiche
Elle décrit, sans nommer personne, les effets du service commun sur l'organisation et les conditions de travail, la rémunération et les droits acquis des agents (CGCT, art. L. 5211-4-2). Chaque agent reçoit par ailleurs sa fiche individuelle, lors d'un entretien.
:: fin

Parties : {{joindre(parties)}}. Rédacteurs : {{joindre(redacteurs)}}.

:: si renseigne(presentations)
:: tableau Présentations de la fiche
entetes | Devant | Le
:: pour p dans presentations
ligne | {{p.devant|capitale}} | {{p.le}}
:: fin
:: fin
:: fin

# Agents concernés
:: tableau Nombre d'agents par famille de postes
entetes | Famille de postes | Transférés > | Mis à disposition > | Non concernés >
:: pour e dans effectifs
ligne | {{e.cadre}} | {{e.transferes}} | {{e.mis_a_disposition}} | {{e.non_concernes}}
:: fin
total | Total | {{somme(effectifs.transferes)}} | {{somme(effectifs.mis_a_disposition)}} | {{somme(effectifs.non_concernes)}}
:: fin

# Organisation
${comparer('organisation', "Effets sur l'organisation")}
:: si renseigne(organigramme)
:: figure organigramme | {{organigramme_lecture}} | Organigramme, avant et après
:: fin

# Conditions de travail
${comparer('conditions', 'Effets sur les conditions de travail')}
:: si renseigne(trajets)
:: tableau Temps de trajet des agents concernés
entetes | Tranche | Agents avant > | Agents après >
:: pour t dans trajets
ligne | {{t.tranche}} | {{t.avant}} | {{t.apres}}
:: fin
total | Total | {{somme(trajets.avant)}} | {{somme(trajets.apres)}}
:: fin
:: fin

# Rémunération
${comparer('remuneration', 'Effets sur la rémunération, par famille de postes')}
Le coût annuel de la convergence est de **{{cout_convergence}}** ; il entre dans le coût du service.

# Droits acquis
${comparer('droits', 'Effets sur les droits acquis')}
Les agents transférés conservent, s'ils y ont intérêt, leur régime indemnitaire et, à titre individuel, les avantages collectivement acquis (CGCT, art. L. 5211-4-2).

# Mesures d'accompagnement
:: pour m dans mesures
- {{m}} ;
:: fin

# Avis et accords
:: si renseigne(avis)
:: tableau Avis des comités sociaux territoriaux et accords
entetes | Instance | Le | Avis
:: pour a dans avis
ligne | {{a.instance}} | {{a.le}} | {{a.sens|capitale}}
:: fin
:: fin
:: sinon
Aucun avis n'est encore recueilli sur cette version.
:: fin
`;
