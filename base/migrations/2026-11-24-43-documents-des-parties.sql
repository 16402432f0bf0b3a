-- Une commune lit le document signé d’une convention dont elle est partie, bien qu’il soit déposé par le
-- service de l’EPCI. Rien d’autre ne s’ouvre, et elle n’écrit toujours que ses propres fichiers.

create index document_convention_fichier on document_convention (territoire_id, fichier_id);

drop policy collectivite on fichier_depose;

create policy collectivite_lit on fichier_depose as restrictive for select
  using ((select collectivite_courante()) is null
    or collectivite = (select collectivite_courante())
    or exists (
      select from document_convention d
      join partie_convention p on p.territoire_id = d.territoire_id and p.convention_id = d.convention_id
      where d.territoire_id = fichier_depose.territoire_id
        and d.fichier_id = fichier_depose.id
        and d.nature = 'convention'
        and p.siren = (select collectivite_courante())));
create policy collectivite_cree on fichier_depose as restrictive for insert
  with check ((select collectivite_courante()) is null or collectivite = (select collectivite_courante()));
create policy collectivite_modifie on fichier_depose as restrictive for update
  using ((select collectivite_courante()) is null or collectivite = (select collectivite_courante()))
  with check ((select collectivite_courante()) is null or collectivite = (select collectivite_courante()));
create policy collectivite_supprime on fichier_depose as restrictive for delete
  using ((select collectivite_courante()) is null or collectivite = (select collectivite_courante()));
